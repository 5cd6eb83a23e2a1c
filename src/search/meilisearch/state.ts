import { hasCode, type Connection } from './connection';
import type { IndexNames } from './names';
import { finished, type Enqueued } from './tasks';

interface StateRecord {
  id: string;
  complete: boolean;
}

export async function setComplete(
  connection: Connection,
  { state, materials }: IndexNames,
): Promise<void> {
  const body: StateRecord[] = [{ id: materials, complete: true }];
  const path = `/indexes/${state}/documents`;
  await finished(connection, await connection.call<Enqueued>({ method: 'POST', path, body }));
}

/** Whether the index in use was once filled as a whole; asked by a search, which every key may. */
export async function isComplete(
  connection: Connection,
  { state, materials }: IndexNames,
): Promise<boolean> {
  try {
    const found = await connection.call<{ hits: StateRecord[] }>({
      method: 'POST',
      path: `/indexes/${state}/search`,
      body: { q: '', limit: 1_000 },
    });
    return found.hits.some(({ id, complete }) => id === materials && complete);
  } catch (error) {
    if (hasCode(error, 'index_not_found')) return false;
    throw error;
  }
}
