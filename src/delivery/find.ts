import type { Lang } from '../i18n/translate';
import type { Publication } from '../publishing/read/store';
import type { FacetField, SearchHit, SearchSort } from '../search/port';
import type { DeliveryContext } from './context';
import { facetLabels } from './presenters/labels';
import type { Filters } from './query/fields';

export interface FacetValue {
  code: string;
  label: string;
  count: number;
}

export interface FindAnswer {
  hits: { publication: Publication; highlights: SearchHit['highlights'] }[];
  total: number;
  totalIsExact: boolean;
  next: string | null;
  facets: Partial<Record<FacetField, FacetValue[]>>;
}

/**
 * Search joined to what is live now: a hit whose publication is gone is dropped, so that an index
 * that lags behind cannot show it. Throws AppError `search_unavailable`, `invalid_cursor`.
 */
export async function find(input: {
  context: Pick<DeliveryContext, 'search' | 'store'>;
  q: string;
  filters: Filters;
  updatedSince?: string | undefined;
  facets: FacetField[];
  sort: SearchSort;
  limit: number;
  cursor?: string | undefined;
  lang: Lang;
}): Promise<FindAnswer> {
  const { context, updatedSince, cursor, ...query } = input;
  const { store, search } = context;
  const answer = await search.search({
    ...query,
    ...(updatedSince === undefined ? {} : { updatedSince }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const live = await store.publications(answer.hits.map(({ identifier }) => identifier));
  const facets: FindAnswer['facets'] = {};
  for (const field of input.facets) {
    const label = await facetLabels(store, field, input.lang);
    facets[field] = (answer.facets[field] ?? []).map(({ code, count }) => ({
      code,
      label: label(code),
      count,
    }));
  }
  const hits = answer.hits.flatMap(({ identifier, highlights }) => {
    const publication = live.get(identifier);
    return publication ? [{ publication, highlights }] : [];
  });
  const { total, totalIsExact, next } = answer;
  return { hits, total: total - (answer.hits.length - hits.length), totalIsExact, next, facets };
}
