import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../src/platform/backup/backup';
import * as canonical from '../../src/platform/backup/canonical';
import * as databases from '../../src/platform/backup/open-records';
import * as sets from '../../src/platform/backup/record-sets';
import { readManifest, writeManifest } from '../../src/platform/backup/manifest';
import { MARK_FILE } from '../../src/platform/storage/mark';
import { keepStorageId, storageId } from '../../src/platform/storage/own-storage';
import { getStorage } from '../../src/platform/storage/storage';
import type { Storage } from '../../src/platform/storage/port';
import { migrationsBut } from '../../src/processes/migrate-database';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';
import { everyObject, everyRecord } from './compare';
import { fillOffice } from './full-office';
import { emptyPair, type Pair } from './pair';

let app: TestApp;
let storage: Storage;
let office: { editorEmail: string; fileKey: string };
let first: string;
let records: Awaited<ReturnType<typeof everyRecord>>;
let objects: Awaited<ReturnType<typeof everyObject>>;
const pairs: Pair[] = [];

const place = (name: string) => path.join(app.folder, name);
const reading = { ...canonical, ...databases, ...sets } as unknown as Pair['on'];

async function empty(kind: Parameters<typeof emptyPair>[0]): Promise<Pair> {
  const pair = await emptyPair(kind);
  pairs.push(pair);
  return pair;
}
const restore = (pair: Pair, from: string, force = false) =>
  pair.on.restoreBackup({ ...pair, from, force, migrations: pair.on.migrationsBut() });
const backup = (pair: Pair, to: string) =>
  pair.on.takeBackup({ ...pair, to, migrations: pair.on.migrationsBut() });

beforeAll(async () => {
  app = await startApp();
  storage = getStorage();
  office = await fillOffice(app);
  records = await everyRecord(reading, app.payload);
  objects = await everyObject(storage);
  first = place('backup-1');
  const { faults } = await takeBackup({
    payload: app.payload,
    storage,
    to: first,
    migrations: migrationsBut(),
  });
  expect(faults).toEqual([]);
}, 120_000);
afterAll(async () => {
  for (const pair of pairs) await pair.close();
  await app.close();
});

describe('a backup', () => {
  it('holds a record of every kind that this program stores', async () => {
    const { records: entries } = await readManifest(first);
    const without = Object.entries(entries).filter(([, entry]) => entry.records === 0);
    expect(without.map(([name]) => name)).toEqual([]);
    expect(Object.keys(entries)).toEqual(Object.keys(records));
  });

  it('names every object with its SHA-256 and says which secrets it does not hold', async () => {
    const manifest = await readManifest(first);
    expect(manifest.objects?.objects).toBe(Object.keys(objects).length);
    expect(readFileSync(path.join(first, 'READ-ME.txt'), 'utf8')).toContain('PAYLOAD_SECRET');
    const everything = readdirSync(first, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(everything.some((text) => text.includes('a-secret-for-tests'))).toBe(false);
  });

  it('is of one moment, though people go on writing', async () => {
    const database = await databases.databaseRecords(app.payload);
    const snapshot = await database.snapshot(app.folder);
    const set = sets.recordSets(app.payload).find(({ name }) => name === 'counters');
    const late = await app.payload.create({
      collection: 'counters',
      data: { name: 'late', value: 1 },
    });
    const seen: string[] = [];
    if (set) for await (const { id } of snapshot.read(set)) seen.push(id);
    await snapshot.close();
    await app.payload.delete({ collection: 'counters', id: late.id });
    expect(seen).not.toContain(late.id);
    expect(seen).toHaveLength(Object.keys(records.counters ?? {}).length);
  });

  it('that was interrupted leaves nothing that looks whole', async () => {
    const broken = { ...storage, open: () => Promise.reject(new Error('the line broke')) };
    const to = place('interrupted');
    const input = { payload: app.payload, to, migrations: migrationsBut() };
    await expect(takeBackup({ ...input, storage: broken })).rejects.toThrow('the line broke');
    expect(existsSync(to)).toBe(false);
  });

  it('is never mixed with what lies in the folder already', async () => {
    const input = { payload: app.payload, storage, to: first, migrations: migrationsBut() };
    await expect(takeBackup(input)).rejects.toThrow(/not empty/);
  });

  it('leaves out an object that is missing or spoilt, and says which', async () => {
    const changed: Storage = {
      ...storage,
      open: async (key, range) =>
        await storage.open(key === office.fileKey ? otherKey() : key, range),
    };
    const otherKey = () => Object.keys(objects).find((key) => key !== office.fileKey) ?? '';
    const to = place('with-a-fault');
    const input = { payload: app.payload, storage: changed, to, migrations: migrationsBut() };
    const { faults } = await takeBackup(input);
    expect(faults).toEqual([{ key: office.fileKey, fault: 'changed' }]);
  });

  it('leaves out an object whose sector cannot be read any more, and holds all the others', async () => {
    async function* torn() {
      yield await Promise.resolve(Buffer.from('%PDF-1.7'));
      throw Object.assign(new Error('i/o error'), { code: 'EIO', syscall: 'read' });
    }
    const failing: Storage = {
      ...storage,
      open: async (key, range) =>
        key === office.fileKey ? Readable.from(torn()) : await storage.open(key, range),
    };
    const to = place('with-a-torn-sector');
    const input = { payload: app.payload, storage: failing, to, migrations: migrationsBut() };
    const { faults, manifest } = await takeBackup(input);
    expect(faults).toEqual([{ key: office.fileKey, fault: 'changed' }]);
    expect(manifest.objects?.objects).toBe(Object.keys(objects).length - 1);
    expect(existsSync(path.join(to, 'objects', office.fileKey))).toBe(false);
  });
});

describe('a restore', () => {
  it('brings back every record and byte on the embedded pair, and on the pair the office grew to', async () => {
    const embedded = await empty('embedded');
    await restore(embedded, first);
    expect(await everyRecord(embedded.on, embedded.payload)).toEqual(records);
    expect(await everyObject(embedded.storage)).toEqual(objects);

    const second = place('backup-2');
    await backup(embedded, second);
    const grown = await empty('under test');
    await restore(grown, second);
    expect(await everyRecord(grown.on, grown.payload)).toEqual(records);
    expect(await everyObject(grown.storage)).toEqual(objects);

    const third = place('backup-3');
    await backup(grown, third);
    const [one, three] = [await readManifest(first), await readManifest(third)];
    const digests = ({ records: entries }: typeof one) =>
      Object.entries(entries).map(([name, { digest, records: count, shape }]) => [
        name,
        count,
        digest,
        shape,
      ]);
    expect(digests(three)).toEqual(digests(one));
  }, 180_000);

  it('gives a copy that starts: its audit chain and its files verify, people sign in, work goes on', async () => {
    const [, grown] = pairs;
    if (!grown) throw new Error('nothing was restored');
    const findings = await grown.on.examineAll(grown.payload, grown.storage);
    // The index is no part of a backup: the worker builds it at the first start.
    const faults = findings.filter(({ status, part }) => status === 'fault' && part !== 'search');
    expect(faults).toEqual([]);
    const data = { email: office.editorEmail, password: TEST_PASSWORD };
    expect((await grown.payload.login({ collection: 'users', data })).token).toBeTruthy();
    const [version] = (await grown.payload.findVersions({ collection: 'materials', limit: 1 }))
      .docs;
    const same = await grown.payload.findVersionByID({
      collection: 'materials',
      id: String(version?.id),
    });
    expect(same.id).toBe(version?.id);
    const { id } = await grown.payload.create({
      collection: 'counters',
      data: { name: 'on', value: 1 },
    });
    expect((await grown.payload.findByID({ collection: 'counters', id })).value).toBe(1);
  }, 60_000);

  it('refuses a database or a storage that is not empty, unless told to empty it', async () => {
    const [embedded] = pairs;
    if (!embedded) throw new Error('nothing was restored');
    await expect(restore(embedded, first)).rejects.toThrow(/database is not empty/);
    await restore(embedded, first, true);
    expect(await everyRecord(embedded.on, embedded.payload)).toEqual(records);
  }, 60_000);

  it('of records alone, as they are kept before a migration, leaves the files as they are', async () => {
    const to = place('records-alone');
    const { payload } = app;
    await takeBackup({ payload, storage: null, to, migrations: migrationsBut() });
    const target = await empty('under test');
    await target.storage.putBytes('content/aa/stays', Buffer.from('x'), 'text/plain');
    const stored = await everyObject(target.storage);
    await restore(target, to);
    expect(await everyRecord(target.on, target.payload)).toEqual(records);
    expect(await everyObject(target.storage)).toEqual(stored);
    expect((await readManifest(to)).source.storage).toBeNull();
  }, 60_000);

  it('with files marks a fresh folder as its own; of records alone it marks none', async () => {
    const { payload, on, storage: folder } = await empty('embedded');
    await keepStorageId(payload, 'one');
    const [whole, records] = [place('marked'), place('marked-records')];
    const input = { payload, migrations: on.migrationsBut() };
    await on.takeBackup({ ...input, storage: folder, to: whole });
    await on.takeBackup({ ...input, storage: null, to: records });

    const target = await empty('embedded');
    const tie = async () => [await storageId(target.payload), await target.storage.mark?.read()];
    await restore(target, records);
    expect(await tie()).toEqual(['one', undefined]);
    await restore(target, whole, true);
    expect(await tie()).toEqual(['one', 'one']);

    // A folder that another database used, and now this one does: its mark stays.
    writeFileSync(path.join(target.folder, 'media', MARK_FILE), 'two');
    await restore(target, whole, true);
    expect(await tie()).toEqual(['two', 'two']);
    await restore(target, records, true);
    expect(await tie()).toEqual(['two', 'two']);
  }, 60_000);

  it('refuses a damaged backup before it writes anything', async () => {
    const to = place('damaged');
    const input = { payload: app.payload, storage, to, migrations: migrationsBut() };
    await takeBackup(input);
    const target = await empty('under test');
    const file = path.join(to, 'objects', office.fileKey);
    const bytes = readFileSync(file);
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(restore(target, to)).rejects.toThrow(/damaged: objects.*is not what was written/);
    rmSync(file);
    await expect(restore(target, to)).rejects.toThrow(/is missing/);
    appendFileSync(path.join(to, 'records', 'users.ndjson'), '{}\n');
    await expect(restore(target, to)).rejects.toThrow(/damaged: records\/users.ndjson/);
    appendFileSync(path.join(to, 'manifest.json'), ' ');
    await expect(restore(target, to)).rejects.toThrow(/manifest.json is not what was written/);
    expect(await everyObject(target.storage)).toEqual({});
    expect(
      Object.values(await everyRecord(target.on, target.payload)).every(
        (set) => Object.keys(set).length === 0,
      ),
    ).toBe(true);
  }, 60_000);

  it('that broke off leaves a database that is not backed up as if it were whole', async () => {
    const target = await empty('under test');
    const { databaseRecords } = await import('../../src/platform/backup/open-records');
    const { refuseUnfitForBackup } = await import('../../src/processes/migrate-database');
    await expect(refuseUnfitForBackup(target.payload)).resolves.toBeUndefined();
    await (await databaseRecords(target.payload)).begin();
    await expect(refuseUnfitForBackup(target.payload)).rejects.toThrow(/did not come to its end/);
  });

  it('refuses a backup of another version of the program', async () => {
    const target = pairs.at(-1);
    if (!target) throw new Error('no target');
    const migrations = { sqlite: ['another'], mongodb: ['another'] };
    const asked = target.on.restoreBackup({ ...target, from: first, migrations });
    await expect(asked).rejects.toThrow(/another version of this program/);
  });

  it('refuses a backup whose fields are others than here, and names the version that took it', async () => {
    const target = pairs.at(-1);
    if (!target) throw new Error('no target');
    const manifest = await readManifest(first);
    const { terms } = manifest.records;
    if (!terms) throw new Error('no terms');
    const from = place('other-fields');
    mkdirSync(from);
    const shape = 'f'.repeat(64);
    const changed = { ...manifest.records, terms: { ...terms, shape } };
    await writeManifest(from, { ...manifest, program: '0.0.9', records: changed });
    await expect(restore(target, from, true)).rejects.toThrow(/0\.0\.9: the fields of terms/);
  });

  it('that broke off leaves a database that no start takes for whole', async () => {
    const target = await empty('under test');
    const broken: Storage = {
      ...target.storage,
      putFile: () => Promise.reject(new Error('power')),
    };
    const asked = restore({ ...target, storage: broken }, first);
    await expect(asked).rejects.toThrow('power');
    await expect(target.on.migrateDatabase(target.payload)).rejects.toThrow(
      /did not come to its end/,
    );
    await restore(target, first, true);
    expect(await target.on.migrateDatabase(target.payload)).toEqual([]);
    expect(await everyObject(target.storage)).toEqual(objects);
  }, 60_000);
});
