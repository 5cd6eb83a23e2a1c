import { randomUUID } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../errors';
import { checkKey } from './key';
import { MARK_FILE, storageMark } from './mark';
import type { Storage } from './port';

/** Each piece costs a way to the thread pool and back: in the usual 64 kB a large file takes twice as long. */
const AT_ONCE = 256 * 1024;

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** A file that came with its mode, such as 0444 from a read-only folder, could not be flushed. */
async function makeWritable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o200) === 0) await chmod(file, (mode & 0o777) | 0o200);
}

/** Files under one folder. Writes go to a temporary name, are flushed, then renamed into place. */
export function diskStorage(folder: string): Storage {
  const place = (key: string) => path.join(folder, checkKey(key));
  const mark = storageMark(folder);

  /** What is not there may lie on a disk that is not mounted: nobody must take it for lost. */
  async function notFound(cause?: unknown): Promise<AppError> {
    await mark.check();
    return new AppError('not_found', {}, cause);
  }

  async function settle(key: string, write: (temporary: string) => Promise<void>): Promise<void> {
    const target = place(key);
    await mark.check();
    if (await exists(target)) return;
    await mkdir(path.dirname(target), { recursive: true });
    const temporary = `${target}.${randomUUID()}.part`;
    try {
      await write(temporary);
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
        throw new AppError('disk_full', {}, error);
      }
      throw error;
    }
  }

  return {
    kind: 'disk',
    mark,
    async putFile(key, localPath) {
      await settle(key, async (temporary) => {
        try {
          await rename(localPath, temporary);
        } catch (error) {
          // The upload folder may lie on another file system than the storage.
          if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
          await copyFile(localPath, temporary);
        }
        await makeWritable(temporary);
      });
      await rm(localPath, { force: true });
    },
    async putBytes(key, bytes) {
      await settle(key, async (temporary) => {
        const handle = await open(temporary, 'w');
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
      });
    },
    async head(key) {
      try {
        const info = await stat(place(key));
        return { size: info.size, modified: info.mtime };
      } catch (error) {
        if (!isMissing(error)) throw error;
        await mark.check();
        return undefined;
      }
    },
    async open(key, range) {
      const handle = await open(place(key)).catch(async (error: unknown) => {
        throw isMissing(error) ? await notFound() : error;
      });
      const part = range ? { start: range.start, end: range.end } : {};
      return handle.createReadStream({ ...part, highWaterMark: AT_ONCE });
    },
    async readBytes(key) {
      try {
        return await readFile(place(key));
      } catch (error) {
        throw isMissing(error) ? await notFound(error) : error;
      }
    },
    async localCopy(key) {
      const file = place(key);
      if (!(await exists(file))) throw await notFound();
      return { path: file, release: () => Promise.resolve() };
    },
    async delete(key) {
      await mark.check();
      await rm(place(key), { force: true });
    },
    async *list(prefix) {
      await mark.check();
      yield* walk(folder, prefix);
    },
  };
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function* walk(folder: string, prefix: string, below = ''): ReturnType<Storage['list']> {
  let entries;
  try {
    entries = await readdir(path.join(folder, below), { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = below ? `${below}/${entry.name}` : entry.name;
    if (key === MARK_FILE) continue;
    if (entry.isDirectory()) {
      if (key.startsWith(prefix) || prefix.startsWith(`${key}/`)) yield* walk(folder, prefix, key);
    } else if (key.startsWith(prefix)) {
      const info = await stat(path.join(folder, key));
      yield { key, size: info.size, modified: info.mtime };
    }
  }
}
