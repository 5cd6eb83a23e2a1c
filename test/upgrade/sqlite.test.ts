import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@libsql/client';
import type { Payload } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/sqlite';
import { copyBeforeMigration, KEPT } from '../../src/platform/backup/before-migration';
import { migrateSqlite, type Migration } from '../../src/platform/database/migrate-sqlite';
import { sqliteDatabase } from '../../src/platform/database/sqlite-adapter';
import { emptyPair, type Pair } from '../backup/pair';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { lostRows, readRows, type GivenUp } from './compare-rows';
import { fillTables, ROWS, tableNames } from './fill-tables';
import { makeRequired, runNaively } from './later-migration';

/** What a migration gave up on purpose, by its name: `table`, `table.column`. */
const GIVEN_UP: Record<string, string[]> = {};

let pair: Pair;
let payload: Payload;
let own: Payload['db'];
let folder: string;
const clients: Client[] = [];

beforeAll(async () => {
  pair = await emptyPair('embedded');
  ({ payload } = pair);
  sayWhatItRanOn({ database: 'sqlite' });
  own = payload.db;
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-upgrade-'));
});
afterAll(async () => {
  for (const client of clients) client.close();
  payload.db = own;
  await pair.close();
  rmSync(folder, { recursive: true, force: true });
});

const known = migrations as unknown as Migration[];
const position = (name: string) => known.findIndex((migration) => migration.name === name);

/** Payload on another file from here on. */
async function turnTo(file: string): Promise<void> {
  const adapter = sqliteDatabase(file, path.resolve('migrations/sqlite')).init({ payload });
  adapter.payload = payload;
  payload.db = adapter as unknown as Payload['db'];
  await payload.db.init?.();
  await payload.db.connect?.();
}

async function filledAt(name: string): Promise<{ file: string; client: Client }> {
  const file = path.join(folder, `${name}-${String(clients.length)}.db`);
  await turnTo(file);
  await migrateSqlite({ payload, file, migrations: known.slice(0, position(name) + 1) });
  const client = createClient({ url: `file:${file}` });
  clients.push(client);
  await fillTables(client);
  return { file, client };
}

function givenUpAfter(name: string): GivenUp {
  const later = known.slice(position(name) + 1);
  return new Set(later.flatMap((migration) => GIVEN_UP[migration.name] ?? []));
}

const DANGEROUS = [
  ['materials', 'publisher'],
  ['_materials_v', 'version_publisher'],
  ['materials_items', 'role'],
  ['users', 'salt'],
  ['departments', 'order'],
] as const;

describe.each(known.map(({ name }) => name))(
  'a database of %s, with rows in every table',
  (name) => {
    it('comes to the head with every row as it was', async () => {
      const { file, client } = await filledAt(name);
      const before = await readRows(client);
      expect([...before.values()].every((rows) => rows.size >= Math.min(ROWS, 1))).toBe(true);
      const applied = await migrateSqlite({ payload, file, migrations: known });
      expect(applied).toEqual(known.slice(position(name) + 1).map((each) => each.name));
      expect(lostRows(before, await readRows(client), givenUpAfter(name))).toEqual([]);
      expect(await migrateSqlite({ payload, file, migrations: known })).toEqual([]);
    });

    it.each(DANGEROUS)(
      'keeps every child when %s.%s becomes required later',
      async (table, column) => {
        const { file, client } = await filledAt(name);
        await migrateSqlite({ payload, file, migrations: known });
        const before = await readRows(client);
        const later = await makeRequired(client, table, column);
        await migrateSqlite({ payload, file, migrations: [...known, later] });
        expect(lostRows(before, await readRows(client))).toEqual([]);
        const { rows } = await client.execute(`PRAGMA table_info("${table}")`);
        expect(rows.find((row) => row.name === column)?.notnull).toBe(1);
      },
    );
  },
);

describe('the comparison', () => {
  it('sees what a runner loses that leaves foreign_keys on inside its transaction', async () => {
    const { client } = await filledAt(known.at(-1)?.name ?? '');
    const before = await readRows(client);
    await runNaively(client, await makeRequired(client, 'licences', 'url'));
    const lost = lostRows(before, await readRows(client));
    for (const part of ['locales', 'permits', 'conditions']) {
      expect(lost).toContain(`licences_${part}: ${String(ROWS)} rows became 0`);
    }
    expect(lost).toContain('rights_records rights_records-1.licence_id: licences-1 → null');
  });

  it('sees one changed letter and one missing row', async () => {
    const { client } = await filledAt(known.at(-1)?.name ?? '');
    const before = await readRows(client);
    await client.execute(`UPDATE terms_locales SET label = 'x' WHERE id = 2`);
    await client.execute(`DELETE FROM inbox WHERE id = 'inbox-3'`);
    const lost = lostRows(before, await readRows(client));
    expect(lost).toHaveLength(3);
    expect(lost.join('\n')).toMatch(/terms_locales 2\.label: .* → x/);
    expect(lost).toContain('inbox inbox-3: the row is gone');
  });
});

describe('before a migration', () => {
  it('a whole copy of the database is kept, and of several the newest', async () => {
    const { file, client } = await filledAt(known.at(-1)?.name ?? '');
    const before = await readRows(client);
    const later = await makeRequired(client, 'materials', 'publisher');
    const backups = path.join(folder, 'backups');
    const places: string[] = [];
    const take = async ([migration = '']: string[]) => {
      places.push(await copyBeforeMigration({ file, folder: backups, migration }));
    };
    await migrateSqlite({ payload, file, migrations: [...known, later], before: take });
    await migrateSqlite({ payload, file, migrations: [...known, later], before: take });
    expect(places).toHaveLength(1);
    const copy = createClient({ url: `file:${places[0] ?? ''}` });
    clients.push(copy);
    expect(lostRows(before, await readRows(copy))).toEqual([]);
    expect(await tableNames(copy)).toEqual(await tableNames(client));
    for (let n = 1; n <= KEPT; n += 1) await take([`m${String(n)}`]);
    expect(readdirSync(backups)).toHaveLength(KEPT);
    expect(existsSync(places[0] ?? '')).toBe(false);
  });

  it('a new database needs none', async () => {
    const file = path.join(folder, 'new.db');
    await turnTo(file);
    const before = () => Promise.reject(new Error('nothing to back up'));
    const applied = await migrateSqlite({ payload, file, migrations: known, before });
    expect(applied).toHaveLength(known.length);
  });

  it('one that cannot be backed up is not migrated', async () => {
    const { file, client } = await filledAt(known.at(-1)?.name ?? '');
    const later = await makeRequired(client, 'materials', 'publisher');
    const before = () => Promise.reject(new Error('no room'));
    const asked = migrateSqlite({ payload, file, migrations: [...known, later], before });
    await expect(asked).rejects.toThrow('no room');
    const { rows } = await client.execute(`PRAGMA table_info("materials")`);
    expect(rows.find((row) => row.name === 'publisher')?.notnull).toBe(0);
  });
});
