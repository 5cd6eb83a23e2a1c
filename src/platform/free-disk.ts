import { statfs } from 'node:fs/promises';
import { getEnv } from './env';

/** Bytes that an ordinary user may still write where `folder` lies; null where it cannot be known. */
export async function freeOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // Some file systems do not say; then nothing else does either.
    return null;
  }
}

/** Bytes that may still be written where the data and, on a disk, the files lie; the smaller. */
export async function freeDisk(): Promise<number | null> {
  const { dataDir, storage } = getEnv();
  const folders = [dataDir, ...(storage.kind === 'disk' ? [storage.folder] : [])];
  const free = (await Promise.all(folders.map(freeOf))).filter((bytes) => bytes !== null);
  return free.length > 0 ? Math.min(...free) : null;
}
