import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { searchQuery, streamOf } from '../documents';
import { openTestSearch, type TestSearch } from '../open-search';
import { judgements, materials, type Judgement } from './materials';
import { ndcg } from './ndcg';

if (process.env.TEST_SEARCH_URL) vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

type Judged = Judgement & { value: number };

const all = judgements();
const kinds = [...new Set(all.map(({ kind }) => kind))];
const SETS = ['tune', 'final'] as const;

let search: TestSearch;
let judged: Judged[];

beforeAll(async () => {
  search = await openTestSearch();
  await search.writer.rebuild(streamOf(materials()));
  judged = [];
  for (const judgement of all) {
    const { hits } = await search.reader.search(searchQuery({ q: judgement.q, limit: 10 }));
    const found = hits.map(({ identifier }) => identifier);
    judged.push({ ...judgement, value: ndcg(found, judgement.relevant) });
  }
  console.log(table());
});
afterAll(() => search.close());

/** Mean of the queries of a kind and a set; of all where one is not named. */
function mean(kind?: string, set?: Judgement['set']): number {
  const values = judged.filter((one) => (!kind || one.kind === kind) && (!set || one.set === set));
  return values.reduce((sum, { value }) => sum + value, 0) / values.length;
}

function table(): string {
  const row = (name: string, kind?: string) =>
    [name.padEnd(12), ...[...SETS, undefined].map((set) => mean(kind, set).toFixed(3).padStart(7))] // prettier-ignore
      .join(' ');
  const heads = ['tune', 'final', 'all'].map((head) => head.padStart(7)).join(' ');
  return [
    `nDCG@10, ${search.kind}, ${String(all.length)} queries`,
    `${''.padEnd(12)} ${heads}`,
    ...kinds.map((kind) => row(kind, kind)),
    row('overall'),
  ].join('\n');
}

describe('the corpus and its judgements', () => {
  it('are large enough, and grade only what there is', () => {
    const known = new Set(materials().map(({ identifier }) => identifier));
    expect(known.size).toBeGreaterThanOrEqual(160);
    expect(all.length).toBeGreaterThanOrEqual(72);
    for (const kind of kinds) expect(all.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(8); // prettier-ignore
    for (const { relevant } of all) {
      expect(Object.keys(relevant).filter((identifier) => !known.has(identifier))).toEqual([]);
    }
  });
});

// Meilisearch is printed only: what it reaches depends on its version.
describe.runIf(!process.env.TEST_SEARCH_URL)('relevance of the embedded search', () => {
  it('is 0.95 or more on the queries nobody tunes for', () => {
    expect(mean(undefined, 'final')).toBeGreaterThanOrEqual(0.95);
  });

  it.each(kinds)('is 0.85 or more for %s queries', (kind) => {
    for (const set of SETS) expect(mean(kind, set)).toBeGreaterThanOrEqual(0.85);
  });
});
