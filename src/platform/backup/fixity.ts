import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Payload } from 'payload';
import { now } from '../clock';
import { isAppError } from '../errors';
import { hashOf } from '../sha256';
import type { Storage } from '../storage/port';
import { databaseRecords } from './open-records';
import type { Progress } from './progress';
import { recordSets } from './record-sets';
import { objectsOf, onlyOnce, SETS_WITH_OBJECTS, type NamedObject } from './stored-objects';
import { isUnreadable } from './unreadable';

export type Fault = 'missing' | 'changed';

/** What the last run found; the health screen and `doctor` show it. */
export interface FixityState {
  startedAt: string;
  endedAt: string;
  objects: number;
  bytes: number;
  /** Found spoilt and mended from the second storage. */
  repaired: number;
  /** Found spoilt and still so. */
  faults: number;
  /** The first of them, by key. */
  examples: { key: string; fault: Fault }[];
  /** Undefined: there is no second storage. */
  copied?: number;
}

const KEY = 'fixity';
const EXAMPLES = 20;

export async function lastFixity(payload: Payload): Promise<FixityState | undefined> {
  return (await payload.kv.get<FixityState>(KEY)) ?? undefined;
}

async function* namedObjects(payload: Payload): AsyncGenerator<NamedObject> {
  const database = await databaseRecords(payload);
  for (const set of recordSets(payload)) {
    if (!SETS_WITH_OBJECTS.has(set.name)) continue;
    for await (const record of database.read(set)) yield* objectsOf(record);
  }
}

interface Look {
  fault: Fault | undefined;
  size: number;
}

/** What was derived from a file has no hash in its record: it must be there. */
async function look(storage: Storage, { key, sha256 }: NamedObject): Promise<Look> {
  const found = await storage.head(key);
  if (!found) return { fault: 'missing', size: 0 };
  if (sha256 === undefined) return { fault: undefined, size: found.size };
  try {
    const { size, sha256: actual } = await hashOf(await storage.open(key));
    return { fault: actual === sha256 ? undefined : 'changed', size };
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return { fault: 'missing', size: 0 };
    if (isUnreadable(error)) return { fault: 'changed', size: 0 };
    throw error;
  }
}

/** Brings an object that is whole in `from` to `to`, in place of what is there. */
async function carry(from: Storage, to: Storage, object: NamedObject): Promise<boolean> {
  if ((await look(from, object)).fault) return false;
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'kho-fixity-'));
  const local = path.join(scratch, 'object');
  try {
    await pipeline(await from.open(object.key), createWriteStream(local));
    await to.delete(object.key);
    await to.putFile(object.key, local, object.mediaType);
    return (await look(to, object)).fault === undefined;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Reads every object that a record names and compares it with its SHA-256. With a second storage,
 * what is spoilt is mended from it, and what it lacks is copied to it. The outcome is kept.
 */
export async function runFixity(input: {
  payload: Payload;
  storage: Storage;
  copy?: Storage | undefined;
  progress?: Progress;
}): Promise<FixityState> {
  const { payload, storage, copy, progress } = input;
  const state: FixityState = {
    startedAt: now().toISOString(),
    endedAt: '',
    objects: 0,
    bytes: 0,
    repaired: 0,
    faults: 0,
    examples: [],
    ...(copy ? { copied: 0 } : {}),
  };
  for await (const object of onlyOnce(namedObjects(payload))) {
    await checkOne(state, object, storage, copy);
    progress?.('files', state.objects, 0);
  }
  state.endedAt = now().toISOString();
  await payload.kv.set(KEY, state as never);
  return state;
}

async function checkOne(
  state: FixityState,
  object: NamedObject,
  storage: Storage,
  copy: Storage | undefined,
): Promise<void> {
  const { fault, size } = await look(storage, object);
  state.objects += 1;
  state.bytes += size;
  if (fault && copy && (await carry(copy, storage, object))) state.repaired += 1;
  else if (fault) {
    state.faults += 1;
    if (state.examples.length < EXAMPLES) state.examples.push({ key: object.key, fault });
  } else if (copy && (await look(copy, object)).fault && (await carry(storage, copy, object))) {
    state.copied = (state.copied ?? 0) + 1;
  }
}
