import path from 'node:path';
import type { Client } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBackup } from '../../src/platform/backup/backup';
import { getStorage } from '../../src/platform/storage/storage';
import { openSqlite } from '../../src/platform/database/sqlite-client';
import { migrationsBut } from '../../src/processes/migrate-database';
import { startApp, type TestApp } from '../helpers/app';
import { tableNames } from '../upgrade/fill-tables';
import { fillOffice } from './full-office';
import { emptyPair, type Pair } from './pair';

let app: TestApp;
const pairs: Pair[] = [];

/** An office's records on an embedded pair, wherever they came from. */
beforeAll(async () => {
  app = await startApp();
  await fillOffice(app);
  const first = path.join(app.folder, 'first');
  const input = { payload: app.payload, storage: getStorage(), migrations: migrationsBut() };
  await takeBackup({ ...input, to: first });
  await restoreInto(first);
  const [one] = pairs;
  const second = path.join(app.folder, 'second');
  if (one) await one.on.takeBackup({ ...one, to: second, migrations: one.on.migrationsBut() });
  await restoreInto(second);
}, 180_000);
afterAll(async () => {
  for (const pair of pairs) await pair.close();
  await app.close();
});

async function restoreInto(from: string): Promise<void> {
  const pair = await emptyPair('embedded');
  pairs.push(pair);
  await pair.on.restoreBackup({ ...pair, from, migrations: pair.on.migrationsBut() });
}

/** Rows that Payload numbers by itself: nothing but a child row names them. */
function isNumberedByItself(table: string): boolean {
  return /_(locales|texts|rels|numbers)$/.test(table) || /^_.*_v_version_/.test(table);
}
const SELECTS = ['intended_use', 'scope', 'reasons', 'permits', 'conditions'];

async function rowsOf(client: Client, table: string): Promise<string[]> {
  const { rows, columns } = await client.execute(`SELECT * FROM "${table}"`);
  const own = isNumberedByItself(table) || SELECTS.some((name) => table.endsWith(`_${name}`));
  const left = columns.filter(
    (column) =>
      !(own && column === 'id') &&
      // Points at a row that was numbered anew.
      !(/^_.*_v_version_.*_locales$/.test(table) && column === '_parent_id'),
  );
  return rows.map((row) => JSON.stringify(left.map((column) => row[column]))).sort();
}

describe('a restore on SQLite', () => {
  it('gives every table the rows it had, down to nulls and the order of lists', async () => {
    const clients = await Promise.all(
      pairs.map(({ folder }) => openSqlite(path.join(folder, 'data', 'kho.db'))),
    );
    const [one, two] = clients;
    if (!one || !two) throw new Error('no pairs');
    const tables = (await tableNames(one)).filter((name) => name !== 'payload_migrations');
    expect(await tableNames(two)).toEqual(await tableNames(one));
    const empty: string[] = [];
    for (const table of tables) {
      const rows = await rowsOf(one, table);
      if (rows.length === 0) empty.push(table);
      expect(await rowsOf(two, table), table).toEqual(rows);
    }
    expect(empty).toEqual([]);
  });
});
