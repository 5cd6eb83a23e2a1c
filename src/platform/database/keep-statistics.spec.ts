import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepStatistics } from './keep-statistics';
import { openSqlite } from './sqlite-client';

const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-statistics-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('tells SQLite how many rows share a value of each index', async () => {
  const file = path.join(folder, 'kho.db');
  const client = await openSqlite(file);
  await client.execute('CREATE TABLE texts (place INTEGER, parent TEXT)');
  await client.execute('CREATE INDEX texts_place_parent ON texts (place, parent)');
  await client.execute(`INSERT INTO texts VALUES (1, 'a'), (1, 'b'), (1, 'c'), (1, 'd')`);
  await keepStatistics(file);
  const { rows } = await client.execute('SELECT idx, stat FROM sqlite_stat1');
  expect(rows.map(({ idx, stat }) => [idx, stat])).toEqual([['texts_place_parent', '4 4 1']]);
  client.close();
});
