import { freeOf } from '../free-disk';
import { BackupError } from './backup-error';

/** Ahead of what is counted: manifests, lists, the file system's own. */
const SPARE_BYTES = 64 * 1024 * 1024;

const megabytes = (bytes: number) => `${String(Math.ceil(bytes / 1024 / 1024))} MB`;

/** Throws {@link BackupError} when it is known that so much cannot be written any more where `folder` lies. */
export async function needRoom(folder: string, bytes: number, what: string): Promise<void> {
  const [needed, free] = [bytes + SPARE_BYTES, await freeOf(folder)];
  if (free === null || free >= needed) return;
  throw new BackupError(
    `There is no room for ${what} in ${folder}: ${megabytes(needed)} are needed, ${megabytes(free)} are free.`,
  );
}
