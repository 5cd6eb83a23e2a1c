import type { Lang } from '../../i18n/translate';
import type { FacetField } from '../../search/port';
import type { Filters } from '../query/fields';
import { SEARCH_SORTS } from '../routes/search';
import { address } from './layout';

/** What people filter by, in the order of the rail. */
export const FACETS: FacetField[] = [
  'audience',
  'subject',
  'type',
  'level',
  'department',
  'licence',
];
export interface Asked {
  q: string;
  lang: Lang;
  filters: Filters;
  sort: (typeof SEARCH_SORTS)[number];
  cursor: string | undefined;
  /** Whether anything was looked for, rather than the front door opened. */
  searching: boolean;
}

/** Lenient, since people arrive with all kinds of addresses: what is unknown is left aside. */
export function readAsked(params: URLSearchParams): Asked {
  const filters: Filters = {};
  for (const field of FACETS) {
    const codes = params
      .getAll(field)
      .map((code) => code.slice(0, 120))
      .filter(Boolean);
    if (codes.length > 0) filters[field] = codes.slice(0, 50);
  }
  const sort = SEARCH_SORTS.find((one) => one === params.get('sort'));
  return {
    q: (params.get('q') ?? '')
      .replace(/\u0000/g, '')
      .normalize('NFC')
      .trim()
      .slice(0, 300),
    lang: params.get('lang') === 'en' ? 'en' : 'vi',
    filters,
    sort: sort ?? 'relevance',
    cursor: params.get('cursor') ?? undefined,
    searching: params.has('q') || Object.keys(filters).length > 0 || sort !== undefined,
  };
}

/** The parameters of this search, some of them changed. */
export function searchAddress(asked: Asked, change: Partial<Asked> = {}): string {
  const { q, lang, filters, sort, cursor } = { ...asked, cursor: undefined, ...change };
  return address('/', {
    q,
    ...filters,
    sort: sort === 'relevance' ? undefined : sort,
    cursor,
    lang: lang === 'en' ? 'en' : undefined,
  });
}
