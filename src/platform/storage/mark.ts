import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors';

/** Names a folder of files. Where a disk is not mounted, an empty folder without it is in its place. */
export const MARK_FILE = '.kho-storage';

/** Another process has made the file and not yet written into it. */
const BEING_MADE_MS = 500;

export interface StorageMark {
  /** The id in the folder. Undefined: no file; empty: somebody put an empty one there. */
  read(): Promise<string | undefined>;
  /** The id in the folder; where there is none yet, this one from now on. */
  make(id?: string): Promise<string>;
  /** There is no folder, or nothing in it. */
  isBare(): Promise<boolean>;
  /** What the folder must hold from now on: this id, or (null) any. Until then nothing is checked. */
  expect(id: string | null): void;
  /** Throws AppError `storage_not_mounted` unless the folder holds what is expected. */
  check(): Promise<void>;
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

async function unless<T>(codes: string[], work: Promise<T>): Promise<T | undefined> {
  return await work.catch((error: unknown) => {
    if (codes.includes(codeOf(error))) return undefined;
    throw error;
  });
}

export function storageMark(folder: string): StorageMark {
  const file = path.join(folder, MARK_FILE);
  let expected: string | null | undefined;

  async function read(): Promise<string | undefined> {
    return (await unless(['ENOENT', 'ENOTDIR'], readFile(file, 'utf8')))?.trim();
  }
  async function settled(): Promise<string | undefined> {
    const found = await read();
    if (found !== '') return found;
    await pause(BEING_MADE_MS);
    return await read();
  }

  return {
    read,
    async make(id = randomUUID()) {
      const found = await settled();
      if (found) return found;
      await mkdir(folder, { recursive: true });
      // Of several that start at once one makes the file, and the others take what it wrote.
      const flag = found === '' ? 'w' : 'wx';
      await unless(['EEXIST'], writeFile(file, `${id}\n`, { flag, flush: true }));
      return (await settled()) ?? id;
    },
    async isBare() {
      return ((await unless(['ENOENT'], readdir(folder))) ?? []).length === 0;
    },
    expect(id) {
      expected = id;
    },
    async check() {
      if (expected === undefined) return;
      const found = await read();
      if (expected === null ? found : found === expected) return;
      throw new AppError('storage_not_mounted');
    },
  };
}
