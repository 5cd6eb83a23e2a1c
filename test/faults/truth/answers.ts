import { presentDublinCore } from '../../../src/delivery/presenters/material-dc';
import { presentJsonLd } from '../../../src/delivery/presenters/material-jsonld';
import { presentMaterial, presentSummary } from '../../../src/delivery/presenters/material';
import { withdrawnProblem } from '../../../src/delivery/problem';
import { encodeCursor } from '../../../src/delivery/query/cursor';
import type { Found, Publication } from '../../../src/publishing/read/store';

type Lang = 'vi' | 'en';
type Sort = '-modifiedAt' | 'publishedAt';

/** An answer as it is compared: its status and its body, byte for byte. */
export const answerText = (status: number, body: string) => `${String(status)} ${body}`;

const ITEM_VIEWS = [
  ['', 'vi'],
  ['?lang=en', 'en'],
  ['?format=jsonld', 'vi'],
  ['?format=dc', 'vi'],
] as const;

export const itemAddresses = (identifier: string) =>
  ITEM_VIEWS.map(([query]) => `/v1/materials/${identifier}${query}`);

/** What each address of a material says when `found` is what is published of it. */
export function itemAnswers(found: Found, publicUrl: string): string[] {
  return ITEM_VIEWS.map(([query, lang]) => {
    if (found.status === 'withdrawn') {
      return answerText(410, JSON.stringify(withdrawnProblem(found.tombstone, lang)));
    }
    const what = { snapshot: found.publication.snapshot, lang, publicUrl };
    if (query === '?format=dc') return answerText(200, presentDublinCore(what));
    const body = query === '?format=jsonld' ? presentJsonLd(what) : presentMaterial(what);
    return answerText(200, JSON.stringify(body));
  });
}

const LISTS: { address: string; sort: Sort; lang: Lang; limit: number; keys: string[][] }[] = [
  { address: '/v1/materials', sort: '-modifiedAt', lang: 'vi', limit: 20, keys: [] },
  { address: '/v1/materials?limit=3', sort: '-modifiedAt', lang: 'vi', limit: 3, keys: [] },
  {
    address: '/v1/materials?department=YT&sort=publishedAt&lang=en',
    sort: 'publishedAt',
    lang: 'en',
    limit: 20,
    keys: [['department:YT']],
  },
];
export const LIST_ADDRESSES = LISTS.map(({ address }) => address);

const valueOf = ({ snapshot }: Publication, sort: Sort) =>
  sort === '-modifiedAt' ? snapshot.modifiedAt : snapshot.publishedAt;

/** What each list says when these are the live publications. */
export function listAnswers(live: Publication[], publicUrl: string): string[] {
  return LISTS.map(({ sort, lang, limit, keys }) => {
    const place = (one: Publication) => `${valueOf(one, sort)} ${one.identifier}`;
    const sorted = [...live].sort((a, b) => (place(a) < place(b) ? -1 : 1));
    if (sort.startsWith('-')) sorted.reverse();
    const shown = sorted.slice(0, limit);
    const last = sorted.length > limit ? shown.at(-1) : undefined;
    const next =
      last && encodeCursor(['materials', keys, null, sort], [valueOf(last, sort), last.identifier]);
    const items = shown.map(({ snapshot }) => presentSummary({ snapshot, lang, publicUrl }));
    const body = { items, total: live.length, totalIsExact: true, next: next ?? null };
    return answerText(200, JSON.stringify(body));
  });
}

export const SEARCH_ADDRESS = '/v1/search?q=dinh%20d%C6%B0%E1%BB%A1ng';
export const NOT_FOUND = 'not found';

/** A material as search shows it, its highlights left to {@link highlights}. */
export const hitText = (found: Found, publicUrl: string): string =>
  found.status === 'withdrawn'
    ? NOT_FOUND
    : JSON.stringify(
        presentSummary({ snapshot: found.publication.snapshot, lang: 'vi', publicUrl }),
      );

/** What the index knows of a title that begins with the words of {@link SEARCH_ADDRESS}. */
export const highlightedTitle = (title: string) =>
  title.replace(/^(Dinh) (dưỡng)/, '<mark>$1</mark> <mark>$2</mark>');
