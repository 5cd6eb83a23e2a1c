import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { now } from '../clock';
import { copySqlite } from '../database/copy-sqlite';
import { openSqlite } from '../database/sqlite-client';
import { takeBackup } from './backup';
import { databaseRecords } from './open-records';
import type { Manifest } from './manifest';
import { recordSets } from './record-sets';
import { needRoom } from './room';

/** So many are kept; the oldest go. */
export const KEPT = 5;

const OURS = /^\d{8}T\d{6,9}Z-before-/;

function placeFor(folder: string, migration: string): string {
  const stamp = now()
    .toISOString()
    // To the millisecond: who starts again at once after one that failed finds no name taken.
    .replace(/[-:.]/g, '');
  return path.join(folder, `${stamp}-before-${migration}`);
}

async function dropOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(
    (name) => OURS.test(name) && !name.endsWith('.part'),
  );
  for (const name of names.sort().slice(0, -KEPT)) {
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/** The whole database file, into `folder`; its path. Throws BackupError when there is no room. */
export async function copyBeforeMigration(input: {
  file: string;
  folder: string;
  migration: string;
}): Promise<string> {
  const { file, folder, migration } = input;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await needRoom(folder, (await stat(file)).size, 'the backup before the migration');
  const place = `${placeFor(folder, migration)}.db`;
  await copySqlite(await openSqlite(file), place);
  await dropOldest(folder);
  return place;
}

/** Every record of a MongoDB database that holds any, without the files: a migration leaves them. */
export async function dumpBeforeMigration(input: {
  payload: Payload;
  folder: string;
  migration: string;
  migrations: Manifest['migrations'];
}): Promise<string | undefined> {
  const { payload, folder, migration, migrations } = input;
  const database = await databaseRecords(payload);
  const counts = await Promise.all(recordSets(payload).map((set) => database.count(set)));
  if (counts.every((count) => count === 0)) return undefined;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const to = placeFor(folder, migration);
  await takeBackup({ payload, storage: null, to, migrations, isEarlier: true });
  await dropOldest(folder);
  return to;
}
