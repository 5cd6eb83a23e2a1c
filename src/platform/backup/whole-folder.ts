import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { BackupError } from './backup-error';

/** Throws {@link BackupError} when `folder` holds anything. */
async function refuseTaken(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (there.length === 0) return;
  throw new BackupError(
    `${folder} is not empty. Choose a new folder: nothing is mixed with what lies there.`,
  );
}

/**
 * Fills a new folder beside its place and puts it there when it is whole: what was interrupted
 * leaves a `.part` that the next try clears away. Throws {@link BackupError} with a sentence.
 */
export async function fillWhole<T>(target: string, fill: (part: string) => Promise<T>): Promise<T> {
  const folder = path.resolve(target);
  await refuseTaken(folder);
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    const result = await fill(part);
    await rename(part, folder);
    return result;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new BackupError(`The disk became full: ${folder} was not written.`, { cause: error });
  }
}
