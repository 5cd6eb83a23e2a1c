import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import type { Storage } from '../../src/platform/storage/port';
import type { Pair } from './pair';

/** Every record of every collection and version, in the form that is the same on each database. */
export async function everyRecord(
  on: Pair['on'],
  payload: Payload,
): Promise<Record<string, Record<string, unknown>>> {
  const database = await on.databaseRecords(payload);
  const all: Record<string, Record<string, unknown>> = {};
  for (const set of on.recordSets(payload)) {
    const records: Record<string, unknown> = {};
    for await (const record of database.read(set)) records[record.id] = on.neutral(set, record);
    all[set.name] = records;
  }
  return all;
}

/** Every object by its key: size and SHA-256. */
export async function everyObject(storage: Storage): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for await (const { key, size } of storage.list('')) {
    const hash = createHash('sha256').update(await storage.readBytes(key));
    all[key] = `${String(size)} ${hash.digest('hex')}`;
  }
  return all;
}
