import { findMatches, highlightAll, highlightSnippet, type TextMatches } from '../highlight';
import type { SearchHit } from '../port';
import type { ParsedQuery } from '../query/parse-query';
import { spellUnits } from './ask';
import { equals, quoted } from './filters';
import { formsOfTier } from './head-tier';
import type { OpenIndex } from './index-session';
import type { IndexNames } from './names';
import type { PageHit } from './page';
import type { PassageRecord } from './records';
import { namesOneThing } from './tiers';
import { variantsOf } from './variants';

type Passage = Pick<PassageRecord, 'text' | 'part' | 'last'>;
type Both = { vi?: string; en?: string } | null | undefined;

/** Nothing is marked where nothing was searched for. */
export const unmarked = (hits: PageHit[]): SearchHit[] =>
  hits.map(({ identifier }) => ({ identifier, highlights: { title: null, text: null } }));

/** What is shown of each document: marked by our own rules, from the stored texts. */
export async function hitsOf(
  index: OpenIndex,
  hits: PageHit[],
  words: ParsedQuery,
  lang: 'vi' | 'en',
): Promise<SearchHit[]> {
  if (hits.length === 0) return [];
  const { heads, passages } = await textsOf(index, hits, words);
  return hits.map(({ identifier, tier }) => {
    const query = formsOfTier(words, tier);
    const head = heads.get(identifier);
    const inOrder = (value: Both) =>
      lang === 'en' ? [value?.en, value?.vi] : [value?.vi, value?.en];
    const title = findBest(inOrder(head?.title), query);
    return {
      identifier,
      highlights: {
        title: title && highlightAll(title),
        text: snippetOf(inOrder(head?.abstract), passages.get(identifier) ?? [], query),
      },
    };
  });
}

function snippetOf(
  abstracts: (string | undefined)[],
  passages: Passage[],
  query: ParsedQuery,
): string | null {
  const abstract = findBest(abstracts, query);
  const texts = passages.map(({ text }) => text);
  const inText = findBest(texts, query);
  const text = (abstract?.units ?? 0) >= (inText?.units ?? 0) ? abstract : inText;
  // One syllable of a name says nothing: then the abstract is better to read than a place in a text.
  if (!text || (namesOneThing(query) && text.units < query.units.length)) return null;
  const html = highlightSnippet(text);
  const piece = text === inText ? passages.find((passage) => passage.text === text.text) : null;
  return html && piece ? withEllipsis(html, piece) : html;
}

/** A piece begins and ends within its text, which the snippet cannot know. */
function withEllipsis(html: string, { part, last }: Passage): string {
  const before = part > 0 && !html.startsWith('…') ? '…' : '';
  const behind = !last && !html.endsWith('…') ? '…' : '';
  return before + html + behind;
}

/** The text in which most of the query was found; the first of equals. */
function findBest(texts: (string | undefined)[], query: ParsedQuery): TextMatches | null {
  let found: TextMatches | null = null;
  for (const text of texts) {
    if (!text) continue;
    const one = findMatches(text, query);
    if (one.units > (found?.units ?? 0)) found = one;
  }
  return found;
}

interface Head {
  title: Both;
  abstract: Both;
}

/** In one request the heads of a page, and of each text the pieces that have most of the query. */
async function textsOf({ connection, names }: OpenIndex, hits: PageHit[], words: ParsedQuery) {
  const asked = hits.flatMap(({ identifier, tier }) =>
    variantsOf(formsOfTier(words, tier)).map((units) => ({ identifier, q: spellUnits(units) })),
  );
  const queries = [
    headsQuery(names, hits),
    ...asked.map(({ identifier, q }) => passagesQuery(names, identifier, q)),
  ];
  const { results } = await connection.call<{
    results: { hits: (Passage & { identifier: string; head: string })[] }[];
  }>({ method: 'POST', path: '/multi-search', body: { queries } });
  const [first, ...rest] = results;
  const passages = new Map<string, Passage[]>();
  for (const [at, { identifier }] of asked.entries()) {
    passages.set(identifier, [...(passages.get(identifier) ?? []), ...(rest[at]?.hits ?? [])]);
  }
  const heads = first?.hits.map((hit) => [hit.identifier, JSON.parse(hit.head) as Head] as const);
  return { heads: new Map(heads), passages };
}

const headsQuery = ({ materials }: IndexNames, hits: PageHit[]) => ({
  indexUid: materials,
  filter: `identifier IN [${hits.map(({ identifier }) => quoted(identifier)).join(', ')}]`,
  limit: hits.length,
  attributesToRetrieve: ['identifier', 'head'],
});

const passagesQuery = ({ passages }: IndexNames, identifier: string, q: string) => ({
  indexUid: passages,
  q,
  filter: equals('material', identifier),
  limit: 2,
  // Where no piece has all words, those that have the rarer ones.
  matchingStrategy: 'frequency',
  sort: ['part:asc'],
  locales: ['vie'],
  attributesToRetrieve: ['text', 'part', 'last'],
});
