import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { QueuedClient } from './sqlite-client';

/**
 * One whole copy of a database that may be in use (`VACUUM INTO`: a reader's snapshot). What was
 * interrupted leaves a `.part` and nothing that looks whole.
 */
export async function copySqlite(client: QueuedClient, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const part = `${target}.part`;
  await rm(part, { force: true });
  await client.exclusively(async (writer) => {
    await writer.execute({ sql: 'VACUUM INTO ?', args: [part] });
  });
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, target);
}
