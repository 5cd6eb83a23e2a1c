import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/search/embedded/connection';
import { currentIndex } from '../../src/search/embedded/files';
import { documentsWith } from '../../src/search/embedded/in-zone';
import { noteChanges } from '../../src/search/embedded/matching-ids';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import type { SearchReader, SearchWriter } from '../../src/search/port';
import { parseQuery } from '../../src/search/query/parse-query';
import { searchDocument, searchQuery, streamOf } from './documents';
import { searchThreadFile } from './search-thread';

/** More than make a word common, so that its documents are stored as a set. */
const MANY = 3_200;
/** More than are kept apart before they go into the stored sets. */
const CHANGES = 2_001;
/** So many make an index that grew from nothing store its common words. */
const GROWN = 6_000;

const material = (n: number, title: string) => searchDocument({ identifier: `hl-${String(n)}`, title, body: 'Giáo dục' }); // prettier-ignore

let folder: string;
let writer: SearchWriter;
let reader: SearchReader;

async function open(): Promise<void> {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-common-'));
  writer = createEmbeddedWriter({ folder });
  reader = createEmbeddedReader({ folder, threadFile: await searchThreadFile() });
}
async function close(): Promise<void> {
  await reader.close();
  await writer.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Materials `from` to before `to` of one title, in batches. */
async function add(from: number, to: number, title: string): Promise<void> {
  for (let at = from; at < to; at += 500) {
    const length = Math.min(500, to - at);
    await writer.upsert(Array.from({ length }, (_, n) => material(at + n, title)));
  }
}

const total = async (q: string) => (await reader.search(searchQuery({ q }))).total;
/** How many are found by a word of the title, by it as written, by a phrase of it, and by a text. */
const totals = () => Promise.all(['truong', 'trường', '"trường học"', 'giáo dục'].map(total));

describe('a word that thousands of materials have', () => {
  beforeAll(async () => {
    await open();
    const all = Array.from({ length: MANY }, (_, n) => material(n, 'Trường học'));
    await writer.rebuild(streamOf(all));
  }, 120_000);
  afterAll(close);

  it('finds all of them', async () => {
    expect(await totals()).toEqual([MANY, MANY, MANY, MANY]);
  });

  it('finds what came, and not what went or says something else now', async () => {
    await writer.upsert([material(MANY, 'Trường học'), material(1, 'Thư viện')]);
    expect(await totals()).toEqual([MANY, MANY, MANY, MANY + 1]);
    await writer.remove(['hl-2']);
    expect(await totals()).toEqual([MANY - 1, MANY - 1, MANY - 1, MANY]);
    await writer.upsert([material(1, 'Trường học')]);
    expect(await totals()).toEqual([MANY, MANY, MANY, MANY]);
  });

  it('goes on after thousands of changes, and with a reader that begins then', async () => {
    await add(1_000, 1_000 + CHANGES, 'Thư viện');
    const left = MANY - CHANGES;
    expect(await totals()).toEqual([left, left, left, MANY]);
    await writer.upsert([material(5, 'Thư viện')]);
    expect(await totals()).toEqual([left - 1, left - 1, left - 1, MANY]);
    await reader.close();
    reader = createEmbeddedReader({ folder, threadFile: await searchThreadFile() });
    expect(await totals()).toEqual([left - 1, left - 1, left - 1, MANY]);
  }, 120_000);
});

describe('an index that was never built as a whole', () => {
  beforeAll(open);
  afterAll(close);

  /** What the index is asked for the query, in a process of its own that has not asked before. */
  async function statementsFor(q: string): Promise<string[]> {
    const current = currentIndex(folder);
    if ('missing' in current) throw new Error(current.missing);
    const connection = await connect(current.file);
    const asked: string[] = [];
    const value = (...[sql, args]: Parameters<typeof connection.value>) => {
      asked.push(sql);
      return connection.value(sql, args);
    };
    const recorded = { ...connection, value };
    await noteChanges(recorded, Number.MAX_SAFE_INTEGER);
    await documentsWith(recorded, 'text', parseQuery(q));
    connection.close();
    return asked.filter((sql) => sql.includes('MATCH'));
  }

  it('finds all of them when it has become large, and what changes then', async () => {
    await add(0, GROWN - 1, 'Trường học');
    expect(await totals()).toEqual(Array(4).fill(GROWN - 1));
    await add(GROWN - 1, GROWN + 1, 'Trường học');
    expect(await totals()).toEqual(Array(4).fill(GROWN + 1));
    await writer.upsert([material(7, 'Thư viện')]);
    await writer.remove(['hl-8', 'hl-9']);
    expect(await totals()).toEqual([...Array<number>(3).fill(GROWN - 2), GROWN - 1]);
  }, 120_000);

  it('goes through the list of a common word no more, however it is asked for', async () => {
    for (const q of ['truong', 'trường', '"trường học"', 'truong hoc', 'giáo dục']) {
      const asked = await statementsFor(q);
      expect(asked.length, q).toBeGreaterThan(0);
      expect(
        asked.filter((sql) => !sql.includes('"recent_')),
        q,
      ).toEqual([]);
    }
  });

  it('does so too with a word that has become common since', async () => {
    await add(GROWN + 1, GROWN + 1 + 2 * CHANGES, 'Thư viện');
    expect(await total('thư viện')).toBe(2 * CHANGES + 1);
    expect((await statementsFor('thư')).filter((sql) => !sql.includes('"recent_'))).toEqual([]);
    expect((await statementsFor('7')).some((sql) => sql.includes('"full"'))).toBe(true);
  }, 120_000);
});
