import { openSqlite } from './sqlite-client';

/** Rows of each index that are looked at: enough to tell a short list from a long one. */
const LOOKED_AT = 400;

/**
 * Tells SQLite what its indexes hold now. Without, it goes through a whole
 * index that it could step over: with a hundred thousand publications seventeen milliseconds for the
 * keywords of one, in place of a fifth of one.
 */
export async function keepStatistics(file: string): Promise<void> {
  const client = await openSqlite(file);
  await client.exclusively(async (writer) => {
    await writer.execute(`PRAGMA analysis_limit = ${String(LOOKED_AT)}`);
    await writer.execute('ANALYZE');
  });
}
