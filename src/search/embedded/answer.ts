import type { SearchAnswer, SearchQuery } from '../port';
import { parseQuery, type ParsedQuery } from '../query/parse-query';
import { corrected, unknownWords } from './correct';
import { hitsOf } from './hits';
import type { OpenIndex } from './index-session';
import { pageByColumn, pageByRelevance } from './page';
import { relaxedTiersOf } from './relaxed';
import { select } from './select';
import { tiersOf } from './tiers';

interface Match {
  /** The words that found something: as typed, or as corrected. */
  words: ParsedQuery;
  tiers: Uint8Array;
  weights?: number[];
}

export function emptyAnswer(query: SearchQuery): SearchAnswer {
  const facets = Object.fromEntries(query.facets.map((field) => [field, []]));
  return { hits: [], total: 0, totalIsExact: true, facets, next: null };
}

/** The answer of one index. Throws AppError `invalid_cursor`. */
export async function answer(index: OpenIndex, query: SearchQuery): Promise<SearchAnswer> {
  const { columns } = index;
  const browse = query.q.trim() === '';
  const match = browse ? null : await matchOf(index, parseQuery(query.q));
  const tiers = match?.tiers ?? (browse ? null : new Uint8Array(columns.end));
  const { passing, total, facets } = select({ columns, tiers, query });
  const sort = query.sort === 'relevance' && browse ? 'newest' : query.sort;
  const page =
    sort === 'relevance' && match
      ? await pageByRelevance({ index, query, weights: undefined, ...match, passing })
      : pageByColumn({ index, query, sort: sort === 'relevance' ? 'newest' : sort, passing });
  const hits = await hitsOf({
    index,
    ids: page.ids,
    query: match?.words ?? null,
    lang: query.lang ?? 'vi',
  });
  return { hits, total, totalIsExact: true, facets, next: page.next };
}

/** All words; else another spelling of all; else, for a sentence, most words. */
async function matchOf(index: OpenIndex, words: ParsedQuery): Promise<Match | null> {
  const { connection, columns } = index;
  const strict = async (query: ParsedQuery | null): Promise<Match | null> => {
    const found = query && (await tiersOf({ connection, query, end: columns.end }));
    return query && found && found.matches > 0 ? { words: query, tiers: found.tiers } : null;
  };
  const relaxed = async (query: ParsedQuery): Promise<Match | null> => {
    const { size, end } = columns;
    const found = await relaxedTiersOf({ connection, query, size, end });
    return found && found.matches > 0 ? { words: query, ...found } : null;
  };

  const asTyped = await strict(words);
  if (asTyped || words.units.length === 0) return asTyped;
  const typed = words.units.flatMap((unit) => unit.words.map(({ folded }) => folded));
  // Where every word exists the sentence is too long rather than misspelt.
  if ((await unknownWords(connection, typed)).size === 0) {
    const most = await relaxed(words);
    if (most) return most;
  }
  const spelling = await corrected(connection, words);
  return (
    (await strict(spelling)) ?? (spelling && (await relaxed(spelling))) ?? (await relaxed(words))
  );
}
