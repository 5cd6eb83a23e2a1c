import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAppError } from '../errors';
import type { Storage } from '../storage/port';
import { streamTo } from './files';
import type { NamedObject } from './stored-objects';
import { isUnreadable } from './unreadable';

export type CopiedObject =
  { ok: true; size: number; sha256: string } | { ok: false; fault: 'missing' | 'changed' };

/** What is wrong with the object itself; anything else ends the backup. */
class ObjectFault extends Error {
  constructor(
    readonly fault: 'missing' | 'changed',
    cause: unknown,
  ) {
    super(fault, { cause });
  }
}

/** A fault of what is read is told apart from one of the disk that the backup is written to. */
async function* bytesOf(storage: Storage, key: string): AsyncGenerator<unknown> {
  try {
    yield* await storage.open(key);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') throw new ObjectFault('missing', error);
    if (isUnreadable(error)) throw new ObjectFault('changed', error);
    throw error;
  }
}

/** Streams one object into the backup, hashing as it passes; what is not what it should be is left out. */
export async function copyObject(
  storage: Storage,
  object: NamedObject,
  folder: string,
): Promise<CopiedObject> {
  const target = path.join(folder, 'objects', object.key);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const { size, sha256 } = await streamTo(bytesOf(storage, object.key), target);
    if (object.sha256 === undefined || object.sha256 === sha256) return { ok: true, size, sha256 };
    await rm(target, { force: true });
    return { ok: false, fault: 'changed' };
  } catch (error) {
    if (!(error instanceof ObjectFault)) throw error;
    await rm(target, { force: true });
    return { ok: false, fault: error.fault };
  }
}
