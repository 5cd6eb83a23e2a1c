import { rm } from 'node:fs/promises';
import type { PayloadRequest } from 'payload';
import { GRACE_MS } from '../platform/collector/collect';
import { objectKey } from '../platform/storage/object-name';
import { AppError } from '../platform/errors';
import { getLogger } from '../platform/logger';
import { hashOf } from '../platform/sha256';
import { holdObject } from '../platform/storage/hold-object';
import type { Storage } from '../platform/storage/port';
import { inspectFile, type Inspection } from './inspect-file';
import type { Received } from './receive';

/**
 * An object of the same content is used again, if it still is that content: what a disk spoilt is
 * taken away first, so that the good bytes now in hand mend it.
 */
async function dropIfChanged(storage: Storage, key: string, sha256: string): Promise<void> {
  if (!(await storage.head(key))) return;
  if ((await hashOf(await storage.open(key))).sha256 === sha256) return;
  getLogger().error({ key }, 'a stored object had changed and is stored anew');
  await storage.delete(key);
}

/** Bytes that lie under their key, or are about to. */
export interface Placed {
  inspection: Inspection;
  key: string;
  /** In the transaction that writes the record: from here on the object stays. */
  keep(req: PayloadRequest): Promise<void>;
}

/** Half of the time after which an object without a record is removed. */
const YOUNG_MS = GRACE_MS / 2;

async function put(storage: Storage, key: string, received: Received, type: string): Promise<void> {
  await storage.putFile(key, received.path, type);
  const stored = await storage.head(key);
  if (stored?.size !== received.size) {
    throw new AppError('internal', { params: { what: 'stored size', key } });
  }
}

/**
 * Bytes before rows: a row never names an object that is not there. An old object of the same bytes
 * may be about to be removed because no record names it: it is held while the record is written,
 * and the bytes, kept until then, are stored again if it is gone.
 */
async function placeBytes(
  storage: Storage,
  purpose: 'content' | 'evidence',
  received: Received,
): Promise<Placed> {
  const inspection = await inspectFile({ ...received, purpose });
  const key = objectKey(purpose, received.sha256);
  const { mediaType } = inspection.kind;
  await dropIfChanged(storage, key, received.sha256);
  const there = await storage.head(key);
  const isOld = there && Date.now() - there.modified.getTime() > YOUNG_MS;
  if (!isOld) await put(storage, key, received, mediaType);
  return {
    inspection,
    key,
    async keep(req) {
      if (!isOld) return;
      await holdObject(req, key);
      // Bytes under the name of their content: stored twice they are the same, and without a record
      // (the transaction may fail) they are removed later.
      if (!(await storage.head(key))) await put(storage, key, received, mediaType);
    },
  };
}

/** Whatever becomes of it, the received file goes. */
export async function withBytes<T>(
  storage: Storage,
  purpose: 'content' | 'evidence',
  received: Received,
  work: (placed: Placed) => Promise<T>,
): Promise<T> {
  try {
    return await work(await placeBytes(storage, purpose, received));
  } finally {
    await rm(received.path, { force: true });
  }
}
