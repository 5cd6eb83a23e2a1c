import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseSetting } from '../../src/platform/env';
import { openReadStore } from '../../src/publishing/read/open';
import { LIST_SORTS, type ListPosition, type ReadStore } from '../../src/publishing/read/store';
import { openTestDatabase, POLL_MS, type TestDatabase } from '../helpers/database';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { makeSnapshot } from './make-snapshot';
import { openPublicationRows, type Head, type PublicationRows } from './publication-rows';

/** A server for tests sorts without its indexes: fewer are walked as well there. */
const ROWS = process.env.TEST_DATABASE_URL ? 600 : 5_000;
let folder: string;
let database: TestDatabase;
let rows: PublicationRows;
let store: ReadStore;

/** Every tenth is withdrawn, every eleventh reserved; many share a moment or a title. */
function head(i: number): Head {
  const moment = (every: number) =>
    new Date((1_700_000_000 + ((i * every) % 900)) * 1_000).toISOString();
  return {
    identifier: `hl-${String(i)}`,
    status: i % 10 === 0 ? 'withdrawn' : 'live',
    access: i % 11 === 0 ? 'named_portals' : 'open',
    title: `title ${String((i * 7919) % 700)}`,
    keys: [`level:l${String(i % 2)}`, `subject:s${String(i % 3)}`],
    publishedAt: moment(7919),
    modifiedAt: moment(104_729),
  };
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-store-'));
  database = await openTestDatabase(folder);
  sayWhatItRanOn({ database: database.kind });
  rows = await openPublicationRows(database);
  await rows.fill(
    Array.from({ length: ROWS }, (_, i) => head(i)),
    makeSnapshot(),
  );
  store = await openReadStore(databaseSetting({ DATABASE_URL: database.url }, folder), POLL_MS);
});
afterAll(async () => {
  await store.close();
  await rows.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const isOpen = (i: number) => i % 10 !== 0 && i % 11 !== 0;
const count = (wanted: (i: number) => boolean) =>
  Array.from({ length: ROWS }, (_, i) => i).filter((i) => isOpen(i) && wanted(i)).length;

describe('the read store on many publications', () => {
  it.each(LIST_SORTS)('walks all of them, and only them, in the order %s', async (sort) => {
    for (const [keys, total] of [
      [[], count(() => true)],
      [[['level:l1']], count((i) => i % 2 === 1)],
      [[['level:l1'], ['subject:s1', 'subject:s2']], count((i) => i % 2 === 1 && i % 3 > 0)],
    ] as [string[][], number][]) {
      const seen: string[] = [];
      let after: ListPosition | undefined;
      do {
        const page = await store.list({ keys, sort, limit: 100, ...(after ? { after } : {}) });
        expect(page.total).toBe(total);
        seen.push(...page.items.map(({ identifier }) => identifier));
        after = page.next;
      } while (after);
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
    }
  });

  it('notices what concerns it within a poll, and nothing else', async () => {
    const before = store.generation();
    await rows.countSomething();
    await new Promise((resolve) => setTimeout(resolve, POLL_MS * 3));
    expect(store.generation()).toBe(before);
    await rows.withdraw('hl-1', 'term_ended', '2026-12-01T00:00:00.000Z');
    await expect.poll(() => store.generation(), { timeout: 5_000 }).toBe(before + 1);
    expect(store.lastModified()?.toISOString()).toBe('2026-12-01T00:00:00.000Z');
  });
});
