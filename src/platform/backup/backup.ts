import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { now } from '../clock';
import { programVersion } from '../program-version';
import type { Storage } from '../storage/port';
import { copyObject } from './backup-objects';
import { recordHash, RecordTally } from './canonical';
import type { RecordSnapshot } from './database-records';
import { readLines, writeLines, writeWhole, type LineWriter } from './files';
import { FORMAT_VERSION, writeManifest, type Manifest } from './manifest';
import { databaseRecords } from './open-records';
import type { Progress } from './progress';
import { recordSets, type RecordSet } from './record-sets';
import { needRoom } from './room';
import { SECRETS_TEXT } from './secrets';
import { shapeHash } from './shape';
import { objectsOf, onlyOnce, SETS_WITH_OBJECTS, type NamedObject } from './stored-objects';
import { fillWhole } from './whole-folder';

export interface BackupInput {
  payload: Payload;
  /** Null: the records alone, as before a migration. */
  storage: Storage | null;
  /** A folder that does not exist yet, or is empty. */
  to: string;
  /** The migrations that the database has behind it, by database. */
  migrations: Manifest['migrations'];
  /** The records are of an earlier version of the program than this one: of what shape, it cannot say. */
  isEarlier?: boolean;
  progress?: Progress;
}

export interface BackupReport {
  manifest: Manifest;
  /** Objects that a record names and the storage does not hold as they were: they are not in it. */
  faults: { key: string; fault: 'missing' | 'changed' }[];
}

/** Every object that a record names, while the backup is made. */
const NAMED = 'named.ndjson';

/**
 * Takes a backup while the server runs: the records of one moment, then the objects they name (an
 * object never changes, so the later copy is the same). It is written beside its place and put
 * there when it is whole. Throws {@link BackupError} with a sentence.
 */
export async function takeBackup(input: BackupInput): Promise<BackupReport> {
  return await fillWhole(input.to, (part) => fill(part, input));
}

async function fill(folder: string, input: BackupInput): Promise<BackupReport> {
  const { payload, storage, migrations } = input;
  const database = await databaseRecords(payload);
  await needRoom(folder, 3 * (await database.size()), 'the records');
  const takenAt = now().toISOString();
  const records = await takeRecords(folder, input);
  const objects = storage ? await takeObjects(folder, storage, input.progress) : null;
  await rm(path.join(folder, NAMED));
  const manifest: Manifest = {
    format: 'kho-hoc-lieu-backup',
    version: FORMAT_VERSION,
    // Before a migration the records are of an earlier version, whose name is not known here.
    ...(input.isEarlier ? {} : { program: programVersion() }),
    takenAt,
    source: { database: database.kind, storage: storage?.kind ?? null },
    migrations,
    records,
    objects: objects?.entry ?? null,
  };
  await writeWhole(path.join(folder, 'READ-ME.txt'), SECRETS_TEXT);
  await writeManifest(folder, manifest);
  return { manifest, faults: objects?.faults ?? [] };
}

async function takeRecords(folder: string, input: BackupInput): Promise<Manifest['records']> {
  const { payload, isEarlier, progress } = input;
  const scratch = path.join(folder, 'scratch');
  await mkdir(scratch);
  const database = await databaseRecords(payload);
  const snapshot = await database.snapshot(scratch);
  try {
    const { result } = await writeLines(path.join(folder, NAMED), async (named) => {
      const records: Manifest['records'] = {};
      for (const set of recordSets(payload)) {
        const taken = await takeSet({ folder, set, snapshot, named, progress });
        records[set.name] = isEarlier ? taken : { ...taken, shape: shapeHash(set) };
      }
      return records;
    });
    return result;
  } finally {
    await snapshot.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function takeSet(scope: {
  folder: string;
  set: RecordSet;
  snapshot: RecordSnapshot;
  named: LineWriter;
  progress: Progress | undefined;
}): Promise<Manifest['records'][string]> {
  const { folder, set, snapshot, named, progress } = scope;
  const file = `records/${set.name}.ndjson`;
  const tally = new RecordTally();
  const { bytes, sha256 } = await writeLines(path.join(folder, file), async (lines) => {
    for await (const record of snapshot.read(set)) {
      await lines.add(record);
      tally.add(recordHash(set, record));
      if (SETS_WITH_OBJECTS.has(set.name)) {
        for (const object of objectsOf(record)) await named.add(object);
      }
      progress?.(set.name, tally.records, 0);
    }
  });
  progress?.(set.name, tally.records, tally.records);
  return { file, bytes, sha256, records: tally.records, digest: tally.digest };
}

/** How much the objects take, as far as their records say. */
async function weigh(list: string): Promise<{ objects: number; bytes: number }> {
  let [objects, bytes] = [0, 0];
  for await (const { size } of readLines<NamedObject>(list)) {
    objects += 1;
    bytes += size ?? 0;
  }
  return { objects, bytes };
}

async function takeObjects(folder: string, storage: Storage, progress?: Progress) {
  const list = path.join(folder, NAMED);
  const expected = await weigh(list);
  await needRoom(folder, expected.bytes, 'the files');
  const file = 'objects.ndjson';
  const faults: BackupReport['faults'] = [];
  let [objects, bytesOfObjects] = [0, 0];
  const { bytes, sha256 } = await writeLines(path.join(folder, file), async (lines) => {
    for await (const object of onlyOnce(readLines<NamedObject>(list))) {
      const copied = await copyObject(storage, object, folder);
      progress?.('stored files', objects + faults.length + 1, expected.objects);
      if (!copied.ok) {
        faults.push({ key: object.key, fault: copied.fault });
        continue;
      }
      objects += 1;
      bytesOfObjects += copied.size;
      const { size, sha256: hash } = copied;
      await lines.add({ key: object.key, size, sha256: hash, mediaType: object.mediaType });
    }
  });
  return { entry: { file, bytes, sha256, objects, bytesOfObjects }, faults };
}
