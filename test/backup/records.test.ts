import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { takeBackup } from '../../src/platform/backup/backup';
import { databaseRecords } from '../../src/platform/backup/open-records';
import { recordSets, type RecordSet } from '../../src/platform/backup/record-sets';
import { migrationsBut } from '../../src/processes/migrate-database';
import { startApp, type TestApp } from '../helpers/app';

const MANY = 450;

interface Cursor {
  closed: boolean;
  next(): Promise<unknown>;
}
interface Mongodb {
  find(...asked: unknown[]): Cursor;
}

let app: TestApp;
let counters: RecordSet;
const ids: string[] = [];

beforeAll(async () => {
  app = await startApp();
  const found = recordSets(app.payload).find(({ name }) => name === 'counters');
  if (!found) throw new Error('no counters');
  counters = found;
  // An office that moved from one database to the other has ids of both kinds.
  for (let n = 0; n < MANY; n += 1) ids.push(n % 2 ? randomUUID() : oldId(n));
  const createdAt = new Date().toISOString();
  const records = ids.map((id, n) => ({
    ...{ id, name: `many-${String(n)}`, value: n, createdAt, updatedAt: createdAt },
  }));
  const database = await databaseRecords(app.payload);
  await database.write(counters, records);
});
afterAll(() => app.close());

const oldId = (n: number) => n.toString(16).padStart(24, '0');

/** What the driver's collections can do; undefined on SQLite, which has no cursors. */
function mongodb(): Mongodb | undefined {
  const { connection } = app.payload.db as unknown as {
    connection?: { db: { collection(name: string): object } };
  };
  if (!connection) return undefined;
  return Object.getPrototypeOf(connection.db.collection('any')) as Mongodb;
}

describe('a long read of records', () => {
  it('names every record once, whichever kind of id it has', async () => {
    const database = await databaseRecords(app.payload);
    const seen: string[] = [];
    for await (const { id } of database.read(counters)) if (ids.includes(id)) seen.push(id);
    expect(seen).toHaveLength(MANY);
    expect(new Set(seen)).toEqual(new Set(ids));
  });

  it('leaves nothing open on the server while a file is read, however long that takes', async () => {
    const cursors: Cursor[] = [];
    const driver = mongodb();
    const find = driver?.find;
    if (driver && find) {
      vi.spyOn(driver, 'find').mockImplementation(function (this: unknown, ...asked) {
        const cursor = find.apply(this, asked);
        cursors.push(cursor);
        return cursor;
      } as Mongodb['find']);
    }
    const database = await databaseRecords(app.payload);
    for await (const _ of database.read(counters)) {
      expect(cursors.filter(({ closed }) => !closed)).toEqual([]);
    }
    vi.restoreAllMocks();
    if (driver) expect(cursors.length).toBeGreaterThan(2);
  });

  it('of a moment that the server gave up ends the backup in a sentence and leaves nothing of it', async () => {
    const driver = mongodb();
    // SQLite's moment is a file of its own.
    if (!driver) return;
    const find = driver.find;
    let reads = 0;
    vi.spyOn(driver, 'find').mockImplementation(function (this: unknown, ...asked) {
      const cursor = find.apply(this, asked);
      reads += 1;
      if (reads < 9) return cursor;
      const error = Object.assign(new Error('snapshot too old'), { code: 239 });
      return { ...cursor, toArray: () => Promise.reject(error) } as unknown as Cursor;
    } as Mongodb['find']);
    const to = path.join(app.folder, 'lost');
    const asked = takeBackup({
      payload: app.payload,
      storage: null,
      to,
      migrations: migrationsBut(),
    });
    await expect(asked).rejects.toThrow(/no longer had that moment \(SnapshotTooOld\)/);
    vi.restoreAllMocks();
    expect([existsSync(to), existsSync(`${to}.part`)]).toEqual([false, false]);
  });
});
