import { AppError } from '../../platform/errors';
import { readHeadWords } from '../embedded/document-texts';
import type { SearchQuery } from '../port';
import { decodeCursor, encodeCursor } from '../query/cursor';
import { hashedHead } from '../query/hashed-head';
import { createHeadScorer } from '../query/head-score';
import type { Question } from './ask';
import { after, filtersOf } from './filters';
import { formsOfTier, tierOf } from './head-tier';
import { askAll, type OpenIndex } from './index-session';
import type { Reading } from './reading';

export interface PageHit {
  identifier: string;
  tier: number;
}

export interface Page {
  hits: PageHit[];
  next: string | null;
}

/** Best documents whose heads are read and weighed; the rest stands by tier and date. */
const WEIGHED = 100;
const NEWEST = ['publishedAt:desc', 'identifier:asc'];

const COLUMNS = {
  newest: { column: 'publishedAt', descending: true },
  oldest: { column: 'publishedAt', descending: false },
  title: { column: 'titleKey', descending: false },
} as const;

/** One page in the order of a column: what stands after the last hit of the page before. */
export async function pageByColumn(
  index: OpenIndex,
  query: SearchQuery,
  questions: Question[],
  sort: keyof typeof COLUMNS,
): Promise<Page> {
  const order = COLUMNS[sort];
  const position = decodeCursor(query, [sort === 'title' ? 'string' : 'number', 'string']);
  const filters = filtersOf(query);
  const { hits } = await askAll(index, {
    // All are equal here: an order by tiers would come before the column's.
    questions: questions.map((question) => ({ ...question, tier: 0 })),
    filters: position ? [...filters, after(order, position)] : filters,
    sort: [`${order.column}:${order.descending ? 'desc' : 'asc'}`, 'identifier:asc'],
    limit: query.limit + 1,
    fields: ['identifier', order.column],
  });
  const page = hits.slice(0, query.limit).map((hit) => ({
    identifier: hit.identifier ?? '',
    value: hit[order.column] ?? 0,
    tier: questions[hit.question]?.tier ?? 0,
  }));
  const last = hits.length > query.limit ? page.at(-1) : undefined;
  return { hits: page, next: last ? encodeCursor(query, [last.value, last.identifier]) : null };
}

/** One page by tier, then weight of the head, then date. */
export async function pageByRelevance(
  index: OpenIndex,
  query: SearchQuery,
  reading: Reading,
): Promise<Page> {
  const from = Number(decodeCursor(query, ['number'])?.[0] ?? 0);
  if (!Number.isSafeInteger(from) || from < 0) throw new AppError('invalid_cursor');
  const to = from + query.limit;
  const weighed = from < WEIGHED;
  const { hits } = await askAll(index, {
    questions: reading.questions,
    filters: filtersOf(query),
    sort: NEWEST,
    offset: weighed ? 0 : from,
    limit: (weighed ? Math.max(WEIGHED, to) : query.limit) + (to < WEIGHED ? 0 : 1),
    fields: ['identifier', 'words', 'publishedAt'],
  });
  const placed = hits.map((hit) => place(reading, hit));
  const best = placed.splice(0, weighed ? WEIGHED : 0);
  const rest = [...byWeight(best), ...placed].slice(weighed ? from : 0);
  const more = rest.length > query.limit;
  return { hits: rest.slice(0, query.limit), next: more ? encodeCursor(query, [to]) : null };
}

interface Placed extends PageHit {
  score: number;
  publishedAt: number;
}

function place(
  { words, weights, questions }: Reading,
  hit: { identifier?: string; words?: string; publishedAt?: number; question: number },
): Placed {
  const head = readHeadWords(hit.words ?? '');
  const asked = questions[hit.question]?.tier ?? 0;
  const tier = weights ? asked : tierOf(words, head, asked);
  return {
    identifier: hit.identifier ?? '',
    tier,
    score: createHeadScorer(formsOfTier(words, tier), weights)(hashedHead(head)),
    publishedAt: hit.publishedAt ?? 0,
  };
}

const byWeight = (hits: Placed[]): Placed[] =>
  [...hits].sort(
    (a, b) =>
      a.tier - b.tier ||
      b.score - a.score ||
      b.publishedAt - a.publishedAt ||
      (a.identifier < b.identifier ? -1 : 1),
  );
