import type { SearchQuery } from '../port';
import { decodeCursor, encodeCursor, type Position } from '../query/cursor';
import { unpackHead } from '../query/hashed-head';
import { createHeadScorer, type HeadScorer } from '../query/head-score';
import { compareText } from './columns';
import { AMONG, type Connection } from './connection';
import type { OpenIndex } from './index-session';
import { readingIn, type Match } from './match';

type PositionOf = (id: number) => Position | Promise<Position>;

export interface Page {
  ids: number[];
  next: string | null;
}

/** Best documents whose heads are read and weighed; the rest stands by tier and date. */
const RERANKED = 120;
const NOT_WEIGHED = -2;
/** What the part of a query that a document has is worth beside its head. */
const PART_WORTH = 3;

/** One page in the order of a column. */
export async function pageByColumn(input: {
  index: OpenIndex;
  query: SearchQuery;
  sort: 'newest' | 'oldest' | 'title';
  passing: Uint8Array;
}): Promise<Page> {
  const { index, query, sort, passing } = input;
  const { columns, connection } = index;
  const position = decodeCursor(query, [sort === 'title' ? 'string' : 'number', 'string']);
  const order = sort === 'title' ? await columns.titleOrder(connection) : columns.order(sort);
  const positionOf = async (id: number): Promise<Position> => [
    sort === 'title' ? await titleKey(connection, id) : columns.publishedAt(id),
    columns.identifier(id),
  ];
  const directions = [sort === 'newest' ? -1 : 1, 1];
  const from = position ? await firstAfter(order, positionOf, position, directions) : 0;
  const ids: number[] = [];
  for (let at = from; at < order.length && ids.length <= query.limit; at += 1) {
    const id = order[at];
    if (id !== undefined && passing[id]) ids.push(id);
  }
  return cut(query, ids, positionOf);
}

const titleKey = async (connection: Connection, id: number): Promise<string> =>
  String(await connection.value('SELECT title_key FROM documents WHERE id = ?', [id]));

/** One page by tier, then weight of the head, then date. */
export async function pageByRelevance(input: {
  index: OpenIndex;
  query: SearchQuery;
  match: Match;
  passing: Uint8Array;
  /** The same as ids. */
  found: Uint32Array;
}): Promise<Page> {
  const { index, query, match, passing, found } = input;
  const { columns } = index;
  const { tiers, parts } = match;
  const partOf = (id: number): number => parts?.[id] ?? 0;
  const position = decodeCursor(query, ['number', 'number', 'number', 'string']);
  const ranked =
    found.length <= FEW
      ? sortedByTier({ columns, found, tiers, partOf })
      : byTier({
          order: columns.order('newest'),
          found,
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
  const from = position ? await firstAfter(order, positionOf, position, directions) : 0;
  return cut(query, [...order.subarray(from, from + query.limit + 1)], positionOf);
}

/** So few are sorted by themselves; of more the order of all documents by date is gone through. */
const FEW = 2_000;
const TIERS = 256;

/** What was found, by tier, within it by the part of the query that it has, then by date. */
function sortedByTier(input: {
  columns: OpenIndex['columns'];
  found: Uint32Array;
  tiers: Uint8Array;
  partOf: (id: number) => number;
}): Uint32Array {
  const { columns, found, tiers, partOf } = input;
  return found
    .slice()
    .sort(
      (a, b) =>
        (tiers[a] ?? 0) - (tiers[b] ?? 0) ||
        partOf(b) - partOf(a) ||
        columns.publishedAt(b) - columns.publishedAt(a) ||
        compareText(columns.identifier(a), columns.identifier(b)),
    );
}

/** The same of many: those that pass are in the order given already, by date. */
function byTier(input: {
  order: Uint32Array;
  found: Uint32Array;
  tiers: Uint8Array;
  passing: Uint8Array;
  partOf: ((id: number) => number) | null;
}): Uint32Array {
  const { order, found, tiers, passing, partOf } = input;
  const starts = new Uint32Array(TIERS + 1);
  for (const id of found) {
    const after = (tiers[id] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let tier = 1; tier <= TIERS; tier += 1) starts[tier] = (starts[tier] ?? 0) + (starts[tier - 1] ?? 0); // prettier-ignore
  const next = starts.slice();
  const ranked = new Uint32Array(found.length);
  for (const id of order) {
    if (!passing[id]) continue;
    const tier = tiers[id] ?? 0;
    const at = next[tier] ?? 0;
    ranked[at] = id;
    next[tier] = at + 1;
  }
  for (let tier = 0; partOf && tier < TIERS; tier += 1) {
    const ids = ranked.subarray(starts[tier], starts[tier + 1]);
    if (ids.some((id) => partOf(id) > 0)) ids.set([...ids].sort((a, b) => partOf(b) - partOf(a)));
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
    `SELECT id, words FROM ranked_heads WHERE id IN ${AMONG}`,
    [JSON.stringify(ids)],
  );
  const scorers = new Map<number, HeadScorer>();
  const scorerOf = (tier: number): HeadScorer => {
    const known = scorers.get(tier);
    if (known) return known;
    const { words, weights } = readingIn(match, tier);
    const scorer = createHeadScorer(words, weights);
    scorers.set(tier, scorer);
    return scorer;
  };
  return new Map(
    rows.map((row) => {
      const id = Number(row[0]);
      return [id, scorerOf(match.tiers[id] ?? 0)(unpackHead(row[1] as Uint8Array))];
    }),
  );
}

/** `ids` has one more than the page when there is a next one. */
async function cut(query: SearchQuery, ids: number[], positionOf: PositionOf): Promise<Page> {
  const page = ids.slice(0, query.limit);
  const last = page.at(-1);
  const more = ids.length > query.limit && last !== undefined;
  return { ids: page, next: more ? encodeCursor(query, await positionOf(last)) : null };
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
async function firstAfter(
  order: Uint32Array,
  positionOf: PositionOf,
  position: Position,
  directions: number[],
): Promise<number> {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = order[middle] ?? 0;
    if (comparePositions(await positionOf(id), position, directions) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
