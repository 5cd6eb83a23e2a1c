import type { DatabaseSetting } from '../../platform/env';
import { createSqliteReadStore } from './sqlite';
import type { ReadStore } from './store';

/** The store of publications on the database that the settings name. */
export async function openReadStore(
  database: DatabaseSetting,
  /** How often other processes' commits are looked for; each database has a fitting one of its own. */
  pollMs?: number,
): Promise<ReadStore> {
  const often = pollMs === undefined ? {} : { pollMs };
  if (database.kind === 'sqlite') {
    return await createSqliteReadStore({ file: database.file, ...often });
  }
  // Its driver is loaded only where it is used: a delivery process on SQLite stays small.
  const { createMongodbReadStore } = await import('./mongodb');
  return await createMongodbReadStore({ url: database.url, ...often });
}
