import type { SearchAnswer, SearchQuery } from '../port';
import { hitsOf } from './hits';
import type { OpenIndex } from './index-session';
import { matchOf } from './match';
import { pageByColumn, pageByRelevance } from './page';
import { select } from './select';

export function emptyAnswer(query: SearchQuery): SearchAnswer {
  const facets = Object.fromEntries(query.facets.map((field) => [field, []]));
  return { hits: [], total: 0, totalIsExact: true, facets, next: null };
}

/** The answer of one index. Throws AppError `invalid_cursor`. */
export async function answer(index: OpenIndex, query: SearchQuery): Promise<SearchAnswer> {
  const { columns } = index;
  const browse = query.q.trim() === '';
  const match = browse ? null : await matchOf(index, query.q);
  const tiers = match?.tiers ?? (browse ? null : new Uint8Array(columns.end));
  const { passing, ids: found, facets } = select({ columns, tiers, query });
  const sort = query.sort === 'relevance' && browse ? 'newest' : query.sort;
  const page =
    sort === 'relevance' && match
      ? await pageByRelevance({ index, query, match, passing, found })
      : await pageByColumn({ index, query, sort: sort === 'relevance' ? 'newest' : sort, passing });
  const hits = await hitsOf({
    index,
    ids: page.ids,
    match,
    lang: query.lang ?? 'vi',
  });
  return { hits, total: found.length, totalIsExact: true, facets, next: page.next };
}
