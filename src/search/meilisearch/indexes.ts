import { now } from '../../platform/clock';
import { hasCode, type Connection } from './connection';
import { isOutdated, nextOf, type IndexNames } from './names';
import { MATERIAL_SETTINGS, PASSAGE_SETTINGS } from './settings';
import { finished, type Enqueued } from './tasks';

/** Creates what is missing and brings settings in line; both do nothing where all is as it should be. */
export async function ensureIndex(
  connection: Connection,
  uid: string,
  primaryKey: string,
  settings: Record<string, unknown> | null,
): Promise<void> {
  if ((await documentCount(connection, uid)) === null) {
    const body = { uid, primaryKey };
    const created = await connection.call<Enqueued>({ method: 'POST', path: '/indexes', body });
    await finished(connection, created).catch((error: unknown) => {
      if (!hasCode(error, 'index_already_exists')) throw error;
    });
  }
  if (!settings) return;
  const path = `/indexes/${uid}/settings`;
  // Meilisearch compares: what stands already is not indexed again.
  const changed = await connection.call<Enqueued>({ method: 'PATCH', path, body: settings });
  await finished(connection, changed);
}

export async function ensureIndexes(
  connection: Connection,
  { materials, passages }: Pick<IndexNames, 'materials' | 'passages'>,
): Promise<void> {
  await ensureIndex(connection, materials, 'identifier', MATERIAL_SETTINGS);
  await ensureIndex(connection, passages, 'id', PASSAGE_SETTINGS);
}

/** Null where there is no such index. */
export async function documentCount(connection: Connection, uid: string): Promise<number | null> {
  try {
    const path = `/indexes/${uid}/stats`;
    const stats = await connection.call<{ numberOfDocuments: number }>({ method: 'GET', path });
    return stats.numberOfDocuments;
  } catch (error) {
    if (hasCode(error, 'index_not_found')) return null;
    throw error;
  }
}

export async function deleteIndex(connection: Connection, uid: string): Promise<void> {
  try {
    const enqueued = await connection.call<Enqueued>({ method: 'DELETE', path: `/indexes/${uid}` });
    await finished(connection, enqueued);
  } catch (error) {
    if (!hasCode(error, 'index_not_found')) throw error;
  }
}

/** Exchanges both with their next ones in one step: no reader sees one new and one old. */
export async function swapIn(
  connection: Connection,
  { materials, passages }: Pick<IndexNames, 'materials' | 'passages'>,
): Promise<void> {
  const body = [materials, passages].map((uid) => ({ indexes: [uid, nextOf(uid)], rename: false }));
  await finished(
    connection,
    await connection.call<Enqueued>({ method: 'POST', path: '/swap-indexes', body }),
  );
}

async function outdated(connection: Connection, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const page = await connection.call<{ results: { uid: string }[]; total: number }>({
      method: 'GET',
      path: '/indexes',
      query: { offset: String(offset), limit: '100' },
    });
    total = page.total;
    found.push(...page.results.map(({ uid }) => uid).filter((uid) => isOutdated(uid, prefix)));
  }
  return found;
}

/** Servers of the version before go on reading their index until the last of them is replaced. */
const KEPT_MS = 24 * 3_600_000;

/** Indexes of other layouts and foldings, once that in use has been so for a day. */
export async function deleteOutdated(
  connection: Connection,
  { prefix, since }: { prefix: string; since: Date },
): Promise<void> {
  if (now().getTime() - since.getTime() < KEPT_MS) return;
  for (const uid of await outdated(connection, prefix)) await deleteIndex(connection, uid);
}
