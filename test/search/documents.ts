import { FACET_FIELDS, type SearchDocument, type SearchQuery } from '../../src/search/port';

export type DocumentInput = Partial<Omit<SearchDocument, 'title' | 'facets' | 'keywords'>> & {
  identifier: string;
  title: string | { vi: string; en?: string };
  keywords?: string[];
  facets?: Partial<SearchDocument['facets']>;
};

/** A valid document; a test names only what it is about. */
export function searchDocument(input: DocumentInput): SearchDocument {
  const { title, keywords = [], facets = {}, ...rest } = input;
  const none = Object.fromEntries(FACET_FIELDS.map((field) => [field, []]));
  return {
    abstract: null,
    body: '',
    labels: [],
    publishedAt: '2026-03-01T00:00:00Z',
    modifiedAt: '2026-03-01T00:00:00Z',
    ...rest,
    title: typeof title === 'string' ? { vi: title } : title,
    keywords: { vi: keywords },
    facets: { ...(none as unknown as SearchDocument['facets']), ...facets },
  };
}

export function searchQuery(query: Partial<SearchQuery> = {}): SearchQuery {
  return { q: '', filters: {}, facets: [], sort: 'relevance', limit: 20, ...query };
}

export async function* streamOf<T>(all: T[]): AsyncGenerator<T> {
  yield* all;
}
