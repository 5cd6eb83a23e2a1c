import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createClient, type Client } from '@libsql/client';

/**
 * One staff process may write to an SQLite data folder. The mark is an exclusive lock on a little
 * database: the system itself lets go of it when the process dies, however it dies.
 *
 * Returns undefined when another process holds it.
 */
export async function holdWriterLock(dataDir: string): Promise<Client | undefined> {
  mkdirSync(dataDir, { recursive: true });
  const client = createClient({ url: `file:${path.join(dataDir, 'writer.lock')}` });
  try {
    await client.execute('PRAGMA locking_mode = EXCLUSIVE');
    await client.execute('BEGIN EXCLUSIVE');
    return client;
  } catch (error) {
    client.close();
    const { code = '' } = error as { code?: string };
    if (code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
