import { z } from '@hono/zod-openapi';
import { now } from '../../platform/clock';
import type { SearchSort } from '../../search/port';
import type { DeliveryContext } from '../context';
import { answerJson, json, problem, type Endpoint } from '../endpoint';
import { find } from '../find';
import { presentSummary } from '../presenters/material';
import * as fields from '../query/fields';
import { searchSchema, suggestSchema } from '../schemas/answers';

/** The index follows a publication by a moment, without a change that would drop ready answers. */
const KEEP_MS = { usual: 1_000, whileFollowing: 200 };
const FOLLOWING_MS = 10_000;

function keepMs({ store }: DeliveryContext): number {
  const changedAt = store.lastModified()?.getTime() ?? 0;
  const following = now().getTime() - changedAt < FOLLOWING_MS;
  return following ? KEEP_MS.whileFollowing : KEEP_MS.usual;
}

export const SEARCH_SORTS = ['relevance', '-publishedAt', 'publishedAt', 'title'] as const;
const ENGINE_SORT: Record<(typeof SEARCH_SORTS)[number], SearchSort> = {
  relevance: 'relevance',
  '-publishedAt': 'newest',
  publishedAt: 'oldest',
  title: 'title',
};

export function engineSort(sort: (typeof SEARCH_SORTS)[number]): SearchSort {
  return ENGINE_SORT[sort];
}

const searchQuery = z.strictObject({
  q: fields.q,
  ...fields.filters,
  updatedSince: fields.updatedSince,
  facets: fields.facets,
  sort: fields.oneOf('sort', SEARCH_SORTS, 'relevance'),
  limit: fields.limit(100, 20),
  cursor: fields.cursor,
  lang: fields.lang,
});

export const searchMaterials: Endpoint<typeof searchQuery> = {
  operationId: 'searchMaterials',
  tag: 'search',
  path: '/v1/search',
  query: searchQuery,
  responses: { 200: json(searchSchema, 'search'), 503: problem('searchOut') },
  async handle({ query, lang, context }) {
    const { publicUrl } = context;
    const found = await find({
      context,
      q: query.q,
      filters: fields.filtersOf(query),
      updatedSince: query.updatedSince,
      facets: query.facets ?? [],
      sort: engineSort(query.sort),
      limit: query.limit,
      cursor: query.cursor,
      lang,
    });
    return answerJson(
      {
        items: found.hits.map(({ publication, highlights }) => ({
          ...presentSummary({ snapshot: publication.snapshot, lang, publicUrl }),
          highlights,
        })),
        total: found.total,
        totalIsExact: found.totalIsExact,
        next: found.next,
        facets: found.facets,
      },
      { lang, modified: context.store.lastModified(), keepMs: keepMs(context) },
    );
  },
};

const suggestQuery = z.strictObject({
  q: fields.q,
  limit: fields.limit(20, 8),
  lang: fields.lang,
});

export const suggestTerms: Endpoint<typeof suggestQuery> = {
  operationId: 'suggest',
  tag: 'search',
  path: '/v1/suggest',
  query: suggestQuery,
  responses: { 200: json(suggestSchema, 'suggestions'), 503: problem('searchOut') },
  async handle({ query, lang, context }) {
    const suggestions = await liveSuggestions(context, query.q, query.limit);
    return answerJson({ suggestions }, { lang, keepMs: keepMs(context) });
  },
};

/** A withdrawal that the index may not know of yet. */
const RECENT_MS = 10 * 60_000;

/**
 * Completions that still lead somewhere: titles of what is gone never; shortly after any change also
 * nothing that no live publication answers to.
 */
async function liveSuggestions(
  context: DeliveryContext,
  q: string,
  limit: number,
): Promise<string[]> {
  const { search, store } = context;
  const found = await search.suggest({ q, limit });
  const hidden = await store.hiddenTitles(found);
  const shown = found.filter((text) => !hidden.has(text));
  const changedAt = store.lastModified()?.getTime() ?? 0;
  if (now().getTime() - changedAt > RECENT_MS) return shown;
  const answers = await Promise.all(
    shown.map((text) =>
      find({ context, q: text, filters: {}, facets: [], sort: 'relevance', limit: 10, lang: 'vi' }),
    ),
  );
  return shown.filter((_, at) => (answers[at]?.hits.length ?? 0) > 0);
}
