import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteReadStore } from '../../src/publishing/read/sqlite';
import { LIST_SORTS, type ListPosition, type ReadStore } from '../../src/publishing/read/store';
import { makeSnapshot } from './make-snapshot';

const ROWS = 5_000;
let folder: string;
let writer: Client;
let store: ReadStore;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-store-'));
  const file = path.join(folder, 'kho.db');
  copyFileSync(process.env.KHO_TEST_TEMPLATE ?? '', file);
  writer = createClient({ url: `file:${file}` });
  await writer.execute('PRAGMA foreign_keys = OFF');
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${String(ROWS - 1)})`;
  const moment = (every: number) =>
    `strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + (i * ${String(every)} % 900), 'unixepoch')`;
  // Every tenth is withdrawn, every eleventh reserved; many share a moment or a title.
  await writer.batch(
    [
      {
        sql: `${numbers} INSERT INTO publications
          (id, identifier, material_id, status, access, revision, snapshot, etag, title, published_at, modified_at)
          SELECT 'p' || i, 'hl-' || i, 'm', iif(i % 10 = 0, 'withdrawn', 'live'),
            iif(i % 11 = 0, 'named_portals', 'open'), 1, json_set(?, '$.identifier', 'hl-' || i), 'e',
            'title ' || (i * 7919 % 700), ${moment(7919)}, ${moment(104_729)} FROM n`,
        args: [JSON.stringify(makeSnapshot())],
      },
      `${numbers} INSERT INTO publications_texts ("order", parent_id, path, text)
        SELECT 1, 'p' || i, 'keys', 'level:l' || (i % 2) FROM n`,
      `${numbers} INSERT INTO publications_texts ("order", parent_id, path, text)
        SELECT 2, 'p' || i, 'keys', 'subject:s' || (i % 3) FROM n`,
    ],
    'write',
  );
  store = await createSqliteReadStore({ file, pollMs: 10 });
});
afterAll(async () => {
  await store.close();
  writer.close();
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
    await writer.execute(
      "INSERT INTO counters (id, name, value) VALUES ('c', 'something-of-the-staff-side', 1)",
    );
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(store.generation()).toBe(before);
    await writer.execute(
      "UPDATE publications SET status = 'withdrawn', modified_at = '2026-12-01T00:00:00.000Z' WHERE identifier = 'hl-1'",
    );
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(store.generation()).toBe(before + 1);
    expect(store.lastModified()?.toISOString()).toBe('2026-12-01T00:00:00.000Z');
  });
});
