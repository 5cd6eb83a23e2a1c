import { now } from '../../platform/clock';
import { hasCode, type Connection } from './connection';
import type { IndexNames } from './names';
import { finished, type Enqueued } from './tasks';

interface StateRecord {
  /** The index of the materials. */
  id: string;
  /** Filled as a whole, and kept up since. */
  complete: boolean;
  /** When it became the index in use. */
  since?: string;
}

/** Asked by a search, which every key may. */
async function readState(connection: Connection, { state }: IndexNames): Promise<StateRecord[]> {
  try {
    const path = `/indexes/${state}/search`;
    const body = { q: '', limit: 1_000 };
    return (await connection.call<{ hits: StateRecord[] }>({ method: 'POST', path, body })).hits;
  } catch (error) {
    if (hasCode(error, 'index_not_found')) return [];
    throw error;
  }
}

/**
 * The index in use is whole. One of another version is kept up no longer: should a worker of that
 * version come back, it builds it again. Answers since when the index has been in use.
 */
export async function setComplete(connection: Connection, names: IndexNames): Promise<Date> {
  const { state, materials } = names;
  const records = await readState(connection, names);
  const own = records.find(({ id }) => id === materials);
  const since = (own?.complete ? own.since : undefined) ?? now().toISOString();
  const others = records.filter(({ id, complete }) => id !== materials && complete);
  const body: StateRecord[] = [
    { id: materials, complete: true, since },
    ...others.map((other) => ({ ...other, complete: false })),
  ];
  const path = `/indexes/${state}/documents`;
  await finished(connection, await connection.call<Enqueued>({ method: 'POST', path, body }));
  return new Date(since);
}

/** Whether the index in use was once filled as a whole and nobody else's was put in its place. */
export async function isComplete(connection: Connection, names: IndexNames): Promise<boolean> {
  const records = await readState(connection, names);
  return records.some(({ id, complete }) => id === names.materials && complete);
}

/** By which version an index was ever filled as a whole. */
export type BuiltBy = 'this' | 'another' | 'none';

export async function builtBy(connection: Connection, names: IndexNames): Promise<BuiltBy> {
  const records = await readState(connection, names);
  if (records.some(({ id }) => id === names.materials)) return 'this';
  return records.length > 0 ? 'another' : 'none';
}
