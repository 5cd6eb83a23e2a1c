import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAppError } from '../errors';
import type { Storage } from '../storage/port';
import { streamTo } from './files';
import type { NamedObject } from './stored-objects';

export type CopiedObject =
  { ok: true; size: number; sha256: string } | { ok: false; fault: 'missing' | 'changed' };

/** Streams one object into the backup, hashing as it passes; what is not what it should be is left out. */
export async function copyObject(
  storage: Storage,
  object: NamedObject,
  folder: string,
): Promise<CopiedObject> {
  const target = path.join(folder, 'objects', object.key);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const { size, sha256 } = await streamTo(await storage.open(object.key), target);
    if (object.sha256 === undefined || object.sha256 === sha256) return { ok: true, size, sha256 };
    await rm(target, { force: true });
    return { ok: false, fault: 'changed' };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not_found') throw error;
    return { ok: false, fault: 'missing' };
  }
}
