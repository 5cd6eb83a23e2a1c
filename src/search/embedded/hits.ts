import {
  createMatcher,
  highlightAll,
  highlightSnippet,
  type Matcher,
  type TextMatches,
} from '../highlight';
import type { SearchHit } from '../port';
import type { ParsedQuery } from '../query/parse-query';
import { best, findInBodies, type Wanted } from './bodies';
import { AMONG } from './connection';
import type { Head } from './document-texts';
import type { OpenIndex } from './index-session';
import { readingIn, type Match } from './match';
import { namesOneThing } from './tiers';

/** What is shown of each document. */
export async function hitsOf(input: {
  index: OpenIndex;
  ids: number[];
  /** What was searched for; null when nothing was. */
  match: Match | null;
  lang: 'vi' | 'en';
}): Promise<SearchHit[]> {
  const { index, ids, match, lang } = input;
  const { connection, columns } = index;
  if (!match || ids.length === 0) {
    return ids.map((id) => ({
      identifier: columns.identifier(id),
      highlights: { title: null, text: null },
    }));
  }
  const rows = await connection.all(`SELECT id, head FROM heads WHERE id IN ${AMONG}`, [
    JSON.stringify(ids),
  ]);
  const heads = new Map(rows.map((row) => [Number(row[0]), JSON.parse(String(row[1])) as Head]));
  const matcherIn = matchersOf(match);
  const shown = ids.map((id) => {
    const { query, find } = matcherIn(match.tiers[id] ?? 0);
    const head = heads.get(id);
    const inLanguages = (value: { vi?: string; en?: string } | null | undefined) => {
      const texts = lang === 'en' ? [value?.en, value?.vi] : [value?.vi, value?.en];
      return best(texts.map((text) => (text ? find(text) : null)));
    };
    return { id, query, find, title: inLanguages(head?.title), text: inLanguages(head?.abstract) };
  });
  const wanted = shown.map(({ id, query, find, text }): Wanted => ({ id, find, units: query.units.length, found: text })); // prettier-ignore
  await findInBodies(connection, wanted);
  return shown.map(({ id, query, title }, at) => {
    const text = wanted[at]?.found;
    return {
      identifier: columns.identifier(id),
      highlights: {
        title: title && highlightAll(title),
        text: text && isTold(text, query) ? highlightSnippet(text) : null,
      },
    };
  });
}

/** The query as it was read for documents of a tier, and what finds it; each made once. */
function matchersOf(match: Match): (tier: number) => { query: ParsedQuery; find: Matcher } {
  const known = new Map<number, { query: ParsedQuery; find: Matcher }>();
  return (tier) => {
    let own = known.get(tier);
    if (!own) {
      const { words: query } = readingIn(match, tier);
      own = { query, find: createMatcher(query) };
      known.set(tier, own);
    }
    return own;
  };
}

/** One syllable of a name says nothing: then the abstract is better to read than a place in a text. */
function isTold(text: TextMatches, query: ParsedQuery): boolean {
  return !namesOneThing(query) || text.units === query.units.length;
}
