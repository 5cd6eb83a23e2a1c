import type { FacetField, SearchAnswer } from '../port';
import type { Question } from './ask';
import type { Connection } from './connection';
import type { IndexNames } from './names';

/** The indexes to read. */
export interface OpenIndex {
  connection: Connection;
  names: IndexNames;
}

export interface FoundRecord {
  identifier: string;
  words: string;
  head: string;
  publishedAt: number;
  titleKey: string;
}

/** Weights are not negative: the least tier gets the most. */
const MOST_WEIGHT = 100;

/** How many documents each question finds, unfiltered and without the others. */
export async function countEach(
  { connection, names }: OpenIndex,
  questions: Question[],
): Promise<number[]> {
  if (questions.length === 0) return [];
  const queries = questions.map((question) => ({
    ...bare(names.materials, question),
    attributesToRetrieve: [],
    limit: 0,
  }));
  const { results } = await connection.call<{ results: { estimatedTotalHits: number }[] }>({
    method: 'POST',
    path: '/multi-search',
    body: { queries },
  });
  return results.map(({ estimatedTotalHits }) => estimatedTotalHits);
}

export interface Found {
  hits: (Partial<FoundRecord> & { question: number })[];
  /** Of all documents that any of the questions finds. */
  total: number;
  facets: SearchAnswer['facets'];
}

/**
 * The documents that any question finds, each once: by the least tier of the questions that find it,
 * then by `sort`. Every strict match has the same score, so that the weights alone decide.
 */
export async function askAll(
  { connection, names }: OpenIndex,
  input: {
    questions: Question[];
    filters: string[];
    sort?: string[];
    offset?: number;
    limit: number;
    fields?: (keyof FoundRecord)[];
    facets?: FacetField[];
  },
): Promise<Found> {
  const { questions, filters, sort = [], offset = 0, limit, fields = [], facets = [] } = input;
  const uid = names.materials;
  const body = {
    federation: { offset, limit, ...(facets.length > 0 && { facetsByIndex: { [uid]: facets } }) },
    queries: questions.map((question) => ({
      ...bare(uid, question),
      attributesToRetrieve: fields,
      ...(filters.length > 0 && { filter: filters }),
      ...(sort.length > 0 && { sort }),
      federationOptions: { weight: MOST_WEIGHT - question.tier },
    })),
  };
  const answer = await connection.call<FederatedAnswer>({
    method: 'POST',
    path: '/multi-search',
    body,
  });
  return {
    hits: answer.hits.map((hit) => ({ ...hit, question: hit._federation.queriesPosition })),
    total: answer.estimatedTotalHits,
    facets: countsOf(facets, answer.facetsByIndex?.[uid]?.distribution ?? {}),
  };
}

interface FederatedAnswer {
  hits: (Partial<FoundRecord> & { _federation: { queriesPosition: number } })[];
  estimatedTotalHits: number;
  facetsByIndex?: Record<string, { distribution: Record<string, Record<string, number>> }>;
}

const bare = (indexUid: string, { q, fields }: Question) => ({
  indexUid,
  q,
  matchingStrategy: 'all',
  locales: ['vie'],
  ...(fields && { attributesToSearchOn: fields }),
});

function countsOf(
  fields: FacetField[],
  distribution: Record<string, Record<string, number>>,
): SearchAnswer['facets'] {
  const counts = (field: FacetField) =>
    Object.entries(distribution[field] ?? {})
      .map(([code, count]) => ({ code, count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return Object.fromEntries(fields.map((field) => [field, counts(field)]));
}
