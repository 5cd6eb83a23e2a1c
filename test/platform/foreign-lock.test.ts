import { createClient } from '@libsql/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite, type QueuedClient } from '../../src/platform/database/sqlite-client';

const folder = mkdtempSync(path.join(tmpdir(), 'kho-lock-'));
const file = path.join(folder, 'lock.db');
let client: QueuedClient;

beforeAll(async () => {
  client = await openSqlite(file);
  await client.execute('CREATE TABLE rows (number INTEGER)');
});
afterAll(() => {
  client.close();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds the write lock from another connection, as the worker's thread does. */
async function whileForeignWrite(ms: number, work: () => Promise<unknown>): Promise<void> {
  const other = createClient({ url: `file:${file}` });
  await other.execute('BEGIN IMMEDIATE');
  await other.execute('INSERT INTO rows VALUES (0)');
  const waiting = work();
  await pause(ms);
  await other.execute('COMMIT');
  other.close();
  await waiting;
}

it('a transaction that had to wait for another connection commits at once afterwards', async () => {
  const start = Date.now();
  await whileForeignWrite(100, async () => {
    const transaction = await client.transaction('write');
    await transaction.execute('INSERT INTO rows VALUES (1)');
    await transaction.commit();
  });
  expect(Date.now() - start).toBeLessThan(3_000);
});

it('so does one after a single write that had to wait', async () => {
  const start = Date.now();
  await whileForeignWrite(100, () => client.execute('INSERT INTO rows VALUES (2)'));
  const transaction = await client.transaction('write');
  await transaction.execute('INSERT INTO rows VALUES (3)');
  await transaction.commit();
  const { rows } = await client.execute('SELECT count(*) FROM rows WHERE number > 0');
  expect(Number(rows[0]?.[0])).toBe(3);
  expect(Date.now() - start).toBeLessThan(3_000);
});
