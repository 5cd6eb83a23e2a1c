import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Payload } from 'payload';
import { hashOf } from '../sha256';
import { keepStorageId, storageId } from '../storage/own-storage';
import type { Storage } from '../storage/port';
import { BackupError } from './backup-error';
import { recordHash, RecordTally } from './canonical';
import type { DatabaseRecords } from './database-records';
import { databaseRecords } from './open-records';
import { readLines } from './files';
import { readManifest, type Manifest, type ObjectLine } from './manifest';
import type { Progress } from './progress';
import { otherVersion } from './other-version';
import { objectLines, verifyBackup } from './verify-backup';
import { recordSets, type BackupRecord, type RecordSet } from './record-sets';
import { shapeHash } from './shape';

export interface RestoreInput {
  payload: Payload;
  storage: Storage;
  from: string;
  /** Empties a database that holds something; stored files stay, replaced only where they differ. */
  force?: boolean;
  /** The migrations that the target database has behind it. */
  migrations: Manifest['migrations'];
  progress?: Progress;
}

const BATCH = 200;

/**
 * Fills an empty database and storage with a backup, record for record and byte for byte, whichever
 * of the two databases it came from. The backup is verified before anything is written, and what was
 * written is read again after it. Throws {@link BackupError} with a sentence.
 */
export async function restoreBackup(input: RestoreInput): Promise<Manifest> {
  const from = path.resolve(input.from);
  const manifest = await readManifest(from);
  const sets = recordSets(input.payload);
  refuseOther(manifest, sets, input);
  await verifyBackup(from, manifest, input.progress);
  const database = await databaseRecords(input.payload);
  if (!input.force) {
    await refuseFilled(database, sets);
    // Records that were kept before a migration come back beside the files that stayed.
    if (manifest.objects) await refuseFull(input.storage);
  }
  const earlier = await storageId(input.payload);
  await database.begin();
  await database.empty(sets);
  await putObjects(from, manifest, input);
  for (const set of sets) await putRecords({ from, manifest, database, set, input });
  await compare({ from, manifest, database, sets, input });
  await tieToFolder(manifest, input, earlier);
  await database.finish(sets);
  return manifest;
}

/**
 * With its files the office has its folder: a fresh one is marked as its own, and one that has a
 * mark keeps it. Records alone make no folder theirs: the database keeps the one that it had.
 */
async function tieToFolder(
  manifest: Manifest,
  { payload, storage }: RestoreInput,
  earlier: string | undefined,
): Promise<void> {
  const restored = await storageId(payload);
  const make = async () =>
    restored === undefined ? undefined : await storage.mark?.make(restored);
  // A backup that knows no folder leaves it to the next start to mark this one.
  const id = manifest.objects ? await make() : earlier;
  if (id !== undefined && id !== restored) await keepStorageId(payload, id);
}

/** What another version stored, this one could not read. */
function refuseOther(manifest: Manifest, sets: RecordSet[], input: RestoreInput): void {
  const { payload, migrations } = input;
  const other = otherVersion(manifest, {
    database: payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite',
    migrations,
    shapes: Object.fromEntries(sets.map((set) => [set.name, shapeHash(set)])),
  });
  if (other) throw new BackupError(other);
}

/** Notes of the program itself (when `doctor` last ran): they make no database a filled one. */
const NOTES = 'payload-kv';

async function refuseFilled(database: DatabaseRecords, sets: RecordSet[]): Promise<void> {
  for (const set of sets) {
    if (set.name === NOTES) continue;
    const count = await database.count(set);
    if (count === 0) continue;
    throw new BackupError(
      `The database is not empty: it holds ${String(count)} records of ${set.name}. Restore into an empty one (another DATABASE_URL), or let --force empty this one first.`,
    );
  }
}

async function refuseFull(storage: Storage): Promise<void> {
  for await (const { key } of storage.list('')) {
    throw new BackupError(
      `The storage is not empty: it holds ${key}. Restore into an empty one (another STORAGE_URL); with --force what lies there stays, and the files come beside it.`,
    );
  }
}

/** Bytes before the rows that name them; each is read again from where it was put. */
async function putObjects(from: string, manifest: Manifest, { storage, progress }: RestoreInput) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'kho-restore-'));
  let done = 0;
  try {
    for await (const object of objectLines(from, manifest)) {
      await putObject(storage, path.join(from, 'objects', object.key), object, scratch);
      done += 1;
      progress?.('stored files', done, manifest.objects?.objects ?? 0);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function putObject(storage: Storage, source: string, object: ObjectLine, scratch: string) {
  const { key, sha256, mediaType } = object;
  if (await storage.head(key)) {
    if ((await hashOf(await storage.open(key))).sha256 === sha256) return;
    await storage.delete(key);
  }
  const copy = path.join(scratch, 'object');
  await copyFile(source, copy);
  await storage.putFile(key, copy, mediaType);
  const { sha256: stored } = await hashOf(await storage.open(key));
  if (stored !== sha256) throw new BackupError(`The storage did not keep ${key} as it was given.`);
}

interface Scope {
  from: string;
  manifest: Manifest;
  database: DatabaseRecords;
  input: RestoreInput;
}

async function putRecords(scope: Scope & { set: RecordSet }): Promise<void> {
  const { from, manifest, database, set, input } = scope;
  const entry = manifest.records[set.name];
  if (!entry) return;
  let batch: BackupRecord[] = [];
  let done = 0;
  const put = async () => {
    if (batch.length > 0) await database.write(set, batch);
    done += batch.length;
    input.progress?.(set.name, done, entry.records);
    batch = [];
  };
  for await (const record of readLines<BackupRecord>(path.join(from, entry.file))) {
    if (batch.push(record) === BATCH) await put();
  }
  await put();
}

/** What stands in the database now against the manifest. */
async function compare(scope: Scope & { sets: RecordSet[] }): Promise<void> {
  for (const set of scope.sets) {
    const entry = scope.manifest.records[set.name];
    const tally = new RecordTally();
    for await (const record of scope.database.read(set)) tally.add(recordHash(set, record));
    scope.input.progress?.(`verify ${set.name}`, tally.records, tally.records);
    if (tally.digest === entry?.digest && tally.records === entry.records) continue;
    throw new BackupError(
      `What was restored differs from the backup in ${set.name}: ${await firstDifference(scope, set)}. The database is marked as unfinished.`,
    );
  }
}

async function firstDifference(
  { from, manifest, database }: Scope,
  set: RecordSet,
): Promise<string> {
  const wanted = new Map<string, string>();
  const file = manifest.records[set.name]?.file;
  if (!file) return 'the backup does not hold it';
  for await (const record of readLines<BackupRecord>(path.join(from, file))) {
    wanted.set(record.id, recordHash(set, record));
  }
  for await (const record of database.read(set)) {
    if (wanted.get(record.id) !== recordHash(set, record)) return `record ${record.id}`;
    wanted.delete(record.id);
  }
  return `record ${[...wanted.keys()][0] ?? ''} is missing`;
}
