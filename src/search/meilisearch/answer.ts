import type { SearchAnswer, SearchQuery } from '../port';
import { parseQuery } from '../query/parse-query';
import type { Question } from './ask';
import { filtersOf } from './filters';
import { hitsOf, unmarked } from './hits';
import { askAll, type OpenIndex } from './index-session';
import { pageByColumn, pageByRelevance } from './page';
import { readingOfQuery } from './reading';

export function emptyAnswer(query: SearchQuery): SearchAnswer {
  const facets = Object.fromEntries(query.facets.map((field) => [field, []]));
  return { hits: [], total: 0, totalIsExact: true, facets, next: null };
}

const EVERYTHING: Question[] = [{ q: '', fields: null, tier: 0 }];

/** Throws AppError `invalid_cursor`. */
export async function answer(index: OpenIndex, query: SearchQuery): Promise<SearchAnswer> {
  const browse = query.q.trim() === '';
  const reading = browse ? null : await readingOfQuery(index, parseQuery(query.q));
  if (!browse && !reading) return emptyAnswer(query);
  const questions = reading?.questions ?? EVERYTHING;
  const sort = query.sort === 'relevance' && browse ? 'newest' : query.sort;
  const [page, counts] = await Promise.all([
    sort === 'relevance' && reading
      ? pageByRelevance(index, query, reading)
      : pageByColumn(index, query, questions, sort === 'relevance' ? 'newest' : sort),
    countAll(index, query, questions),
  ]);
  const hits = reading
    ? await hitsOf(index, page.hits, reading.words, query.lang ?? 'vi')
    : unmarked(page.hits);
  return { hits, ...counts, totalIsExact: true, next: page.next };
}

/** The number of all matches, and counts by code: a field that is filtered without its own filter. */
async function countAll(
  index: OpenIndex,
  query: SearchQuery,
  questions: Question[],
): Promise<Pick<SearchAnswer, 'total' | 'facets'>> {
  const wanted = [...new Set(query.facets)];
  const filtered = wanted.filter((field) => (query.filters[field] ?? []).length > 0);
  const others = wanted.filter((field) => !filtered.includes(field));
  const [all, ...each] = await Promise.all([
    askAll(index, { questions, filters: filtersOf(query), limit: 0, facets: others }),
    ...filtered.map((field) =>
      askAll(index, { questions, filters: filtersOf(query, field), limit: 0, facets: [field] }),
    ),
  ]);
  const facets = each.reduce((sum, found) => ({ ...sum, ...found.facets }), all.facets);
  return { total: all.total, facets };
}
