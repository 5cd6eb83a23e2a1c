import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations as ofMongodb } from '../../migrations/mongodb';
import { migrations as ofSqlite } from '../../migrations/sqlite';
import {
  copyBeforeMigration,
  dumpBeforeMigration,
} from '../../src/platform/backup/before-migration';
import * as canonical from '../../src/platform/backup/canonical';
import * as databases from '../../src/platform/backup/open-records';
import { readLines } from '../../src/platform/backup/files';
import { readManifest } from '../../src/platform/backup/manifest';
import * as sets from '../../src/platform/backup/record-sets';
import { migrateMongodb, type MongodbMigration } from '../../src/platform/database/migrate-mongodb';
import { migrateSqlite, type Migration } from '../../src/platform/database/migrate-sqlite';
import { getEnv } from '../../src/platform/env';
import { migrateDatabase } from '../../src/processes/migrate-database';
import { everyRecord } from '../backup/compare';
import { fillOffice } from '../backup/full-office';
import type { Pair } from '../backup/pair';
import { startApp, type TestApp } from '../helpers/app';
import { lostRows, readRows } from './compare-rows';
import { makeRequired } from './later-migration';

const reading = { ...canonical, ...databases, ...sets } as unknown as Pair['on'];
const NAME = '20991231_235959_later';

let app: TestApp;
let before: Awaited<ReturnType<typeof everyRecord>>;
let backups: string;

beforeAll(async () => {
  app = await startApp();
  await fillOffice(app);
  before = await everyRecord(reading, app.payload);
  backups = path.join(app.folder, 'backups');
}, 120_000);
afterAll(() => app.close());

/** What a later version does to every material of a filled office, with its backup. */
async function upgrade(fails = false): Promise<string[]> {
  const { payload } = app;
  const { database } = getEnv();
  if (database.kind === 'sqlite') {
    const { file } = database;
    const later = await laterOnSqlite(file, fails);
    const take = async ([migration = '']: string[]) => {
      await copyBeforeMigration({ file, folder: backups, migration });
    };
    const known = ofSqlite as unknown as Migration[];
    return await migrateSqlite({ payload, file, migrations: [...known, later], before: take });
  }
  const take = async ([migration = '']: string[]) => {
    const migrations = { sqlite: [], mongodb: ofMongodb.map(({ name }) => name) };
    await dumpBeforeMigration({ payload, folder: backups, migration, migrations });
  };
  const later = laterOnMongodb(fails);
  return await migrateMongodb({ payload, migrations: [...ofMongodb, later], before: take });
}

async function laterOnSqlite(file: string, fails: boolean): Promise<Migration> {
  const client = createClient({ url: `file:${file}` });
  const later = await makeRequired(client, 'materials', 'state');
  client.close();
  return {
    name: NAME,
    async up(args) {
      await later.up(args);
      if (fails) throw new Error('half way');
    },
  };
}

function laterOnMongodb(fails: boolean): MongodbMigration {
  return {
    name: NAME,
    async up({ payload, req }) {
      const { docs } = await payload.db.find<{ id: string; state: string }>({
        collection: 'materials',
        pagination: false,
        req,
      });
      for (const { id, state } of docs) {
        const data = { state, updatedAt: null };
        await payload.db.updateOne({ collection: 'materials', id, data, req, returning: false });
      }
      if (fails) throw new Error('half way');
    },
  };
}

async function expectBackupToHoldEverything(): Promise<void> {
  const [place = ''] = readdirSync(backups).map((name) => path.join(backups, name));
  const { database } = getEnv();
  if (database.kind === 'sqlite') {
    const [copy, now] = [place, database.file].map((file) => createClient({ url: `file:${file}` }));
    if (copy && now) expect(lostRows(await readRows(copy), await readRows(now))).toEqual([]);
    copy?.close();
    now?.close();
    return;
  }
  const { records, objects } = await readManifest(place);
  expect(objects).toBeNull();
  for (const [name, { file }] of Object.entries(records)) {
    const ids: string[] = [];
    for await (const { id } of readLines<{ id: string }>(path.join(place, file))) ids.push(id);
    expect(ids.sort(), name).toEqual(Object.keys(before[name] ?? {}).sort());
  }
}

describe('a filled office that a later version of the program starts on', () => {
  it('is as it was when the migration fails half way', async () => {
    await expect(upgrade(true)).rejects.toThrow('half way');
    expect(await everyRecord(reading, app.payload)).toEqual(before);
  });

  it('keeps every record, version and text, with a backup of the moment before', async () => {
    expect(await upgrade()).toEqual([NAME]);
    expect(await everyRecord(reading, app.payload)).toEqual(before);
    await expectBackupToHoldEverything();
  });

  it('is migrated once: the next start finds nothing to do and takes no backup', async () => {
    const taken = readdirSync(backups).length;
    expect(await upgrade()).toEqual([]);
    expect(await migrateDatabase(app.payload)).toEqual([]);
    expect(readdirSync(backups)).toHaveLength(taken);
  });
});
