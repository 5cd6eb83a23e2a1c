import type { SearchQuery } from '../port';
import { decodeCursor, encodeCursor, type Position } from '../query/cursor';
import { headScore } from '../query/head-score';
import { compareText } from './columns';
import { createHeadReader } from './document-texts';
import type { OpenIndex } from './index-session';
import { readingIn, type Match } from './match';

export interface Page {
  ids: number[];
  next: string | null;
}

/** Best documents whose heads are read and weighed; the rest stands by tier and date. */
const RERANKED = 200;
const NOT_WEIGHED = -2;
/** What the part of a query that a document has is worth beside its head. */
const PART_WORTH = 3;

/** One page in the order of a column. */
export function pageByColumn(input: {
  index: OpenIndex;
  query: SearchQuery;
  sort: 'newest' | 'oldest' | 'title';
  passing: Uint8Array;
}): Page {
  const { index, query, sort, passing } = input;
  const { columns } = index;
  const position = decodeCursor(query, [sort === 'title' ? 'string' : 'number', 'string']);
  const order = columns.order(sort);
  const positionOf = (id: number): Position => [
    sort === 'title' ? columns.titleKey(id) : columns.publishedAt(id),
    columns.identifier(id),
  ];
  const directions = [sort === 'newest' ? -1 : 1, 1];
  const from = position ? firstAfter(order, positionOf, position, directions) : 0;
  const ids: number[] = [];
  for (let at = from; at < order.length && ids.length <= query.limit; at += 1) {
    const id = order[at];
    if (id !== undefined && passing[id]) ids.push(id);
  }
  return cut(query, ids, positionOf);
}

/** One page by tier, then weight of the head, then date. */
export async function pageByRelevance(input: {
  index: OpenIndex;
  query: SearchQuery;
  match: Match;
  passing: Uint8Array;
}): Promise<Page> {
  const { index, query, match, passing } = input;
  const { columns } = index;
  const { tiers, parts } = match;
  const partOf = (id: number): number => parts?.[id] ?? 0;
  const position = decodeCursor(query, ['number', 'number', 'number', 'string']);
  const ranked = byTier({
    order: columns.order('newest'),
    tiers,
    passing,
    partOf: parts && partOf,
  });
  const scores = await headScores({ index, match, ids: [...ranked.subarray(0, RERANKED)] });
  const positionOf = (id: number): Position => [
    tiers[id] ?? 0,
    (scores.get(id) ?? NOT_WEIGHED) + partOf(id) * (scores.has(id) ? PART_WORTH : 1),
    columns.publishedAt(id),
    columns.identifier(id),
  ];
  const directions = [1, -1, -1, 1];
  // The rest of `ranked` is in order already: weighed ones are the first of all.
  const weighed = [...ranked.subarray(0, RERANKED)]
    .map((id) => ({ id, position: positionOf(id) }))
    .sort((a, b) => comparePositions(a.position, b.position, directions))
    .map(({ id }) => id);
  ranked.set(weighed);
  const order = ranked;
  const from = position ? firstAfter(order, positionOf, position, directions) : 0;
  return cut(query, [...order.subarray(from, from + query.limit + 1)], positionOf);
}

const TIERS = 256;

/** Those that pass, by tier and within it by the part of the query they have, then in the order given. */
function byTier(input: {
  order: Uint32Array;
  tiers: Uint8Array;
  passing: Uint8Array;
  partOf: ((id: number) => number) | null;
}): Uint32Array {
  const { order, tiers, passing, partOf } = input;
  const starts = new Uint32Array(TIERS + 1);
  for (let id = 0; id < passing.length; id += 1) {
    const after = (tiers[id] ?? 0) + 1;
    if (passing[id]) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let tier = 1; tier <= TIERS; tier += 1) starts[tier] = (starts[tier] ?? 0) + (starts[tier - 1] ?? 0); // prettier-ignore
  const next = starts.slice();
  const ranked = new Uint32Array(starts[TIERS] ?? 0);
  for (const id of order) {
    if (!passing[id]) continue;
    const tier = tiers[id] ?? 0;
    const at = next[tier] ?? 0;
    ranked[at] = id;
    next[tier] = at + 1;
  }
  for (let tier = 0; partOf && tier < TIERS; tier += 1) {
    const ids = ranked.subarray(starts[tier], starts[tier + 1]);
    if (ids.some(partOf)) ids.set([...ids].sort((a, b) => partOf(b) - partOf(a)));
  }
  return ranked;
}

async function headScores(input: {
  index: OpenIndex;
  match: Match;
  ids: number[];
}): Promise<Map<number, number>> {
  const { index, match, ids } = input;
  if (ids.length === 0) return new Map();
  const rows = await index.connection.all(
    `SELECT id, words FROM heads WHERE id IN (${ids.join(',')})`,
  );
  const read = createHeadReader(wordsOf(match));
  return new Map(
    rows.map((row) => {
      const id = Number(row[0]);
      const head = read(String(row[1]));
      const { words, weights } = readingIn(match, match.tiers[id] ?? 0);
      return [id, headScore({ query: words, head, ...(weights && { weights }) })];
    }),
  );
}

/** Folded words that any reading of the query has. */
function wordsOf({ readings }: Match): Set<string> {
  const units = readings.flatMap(({ words }) => [...words.units, ...words.alternatives]);
  return new Set(units.flatMap(({ words }) => words.map(({ folded }) => folded)));
}

/** `ids` has one more than the page when there is a next one. */
function cut(query: SearchQuery, ids: number[], positionOf: (id: number) => Position): Page {
  const page = ids.slice(0, query.limit);
  const last = page.at(-1);
  const more = ids.length > query.limit && last !== undefined;
  return { ids: page, next: more ? encodeCursor(query, positionOf(last)) : null };
}

function comparePositions(a: Position, b: Position, directions: number[]): number {
  for (const [at, direction] of directions.entries()) {
    const [x, y] = [a[at], b[at]];
    const order =
      typeof x === 'string' && typeof y === 'string' ? compareText(x, y) : Number(x) - Number(y);
    if (order !== 0) return order * direction;
  }
  return 0;
}

/** Index of the first that stands after the position, whether or not that one still exists. */
function firstAfter(
  order: Uint32Array,
  positionOf: (id: number) => Position,
  position: Position,
  directions: number[],
): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = order[middle] ?? 0;
    if (comparePositions(positionOf(id), position, directions) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
