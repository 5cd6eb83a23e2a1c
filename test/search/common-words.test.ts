import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import type { SearchReader, SearchWriter } from '../../src/search/port';
import { searchDocument, searchQuery, streamOf } from './documents';
import { searchThreadFile } from './search-thread';

/** More than make a word common, so that its documents are stored as a set. */
const MANY = 3_200;
/** More than are kept apart before they go into the stored sets. */
const CHANGES = 2_001;

const material = (n: number, title: string) => searchDocument({ identifier: `hl-${String(n)}`, title, body: 'Giáo dục' }); // prettier-ignore

let folder: string;
let writer: SearchWriter;
let reader: SearchReader;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-common-'));
  writer = createEmbeddedWriter({ folder });
  const all = Array.from({ length: MANY }, (_, n) => material(n, 'Trường học'));
  await writer.rebuild(streamOf(all));
  reader = createEmbeddedReader({ folder, threadFile: await searchThreadFile() });
}, 120_000);
afterAll(async () => {
  await reader.close();
  await writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const total = async (q: string) => (await reader.search(searchQuery({ q }))).total;
/** How many are found by a word of the title, by it as written, by a phrase of it, and by a text. */
const totals = () => Promise.all(['truong', 'trường', '"trường học"', 'giáo dục'].map(total));

describe('a word that thousands of materials have', () => {
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
    const changed = Array.from({ length: CHANGES }, (_, n) => material(1_000 + n, 'Thư viện'));
    for (let at = 0; at < CHANGES; at += 500) await writer.upsert(changed.slice(at, at + 500));
    const left = MANY - CHANGES;
    expect(await totals()).toEqual([left, left, left, MANY]);
    await writer.upsert([material(5, 'Thư viện')]);
    expect(await totals()).toEqual([left - 1, left - 1, left - 1, MANY]);
    await reader.close();
    reader = createEmbeddedReader({ folder, threadFile: await searchThreadFile() });
    expect(await totals()).toEqual([left - 1, left - 1, left - 1, MANY]);
  }, 120_000);
});
