import type { SearchAnswer, SearchQuery } from '../port';
import { parseQuery, readAs, type ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
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
    match,
    lang: query.lang ?? 'vi',
  });
  return { hits, total, totalIsExact: true, facets, next: page.next };
}

/**
 * All words with the marks they were typed with; else with others; else another spelling; and for a
 * sentence most of its words.
 */
async function matchOf(index: OpenIndex, typed: ParsedQuery): Promise<Match | null> {
  const { connection, columns } = index;
  const words = await withKnownMarks(connection, typed);
  const strict = async (query: ParsedQuery | null): Promise<Match | null> => {
    const found = query && (await tiersOf({ connection, query, end: columns.end }));
    return query && found && found.matches > 0 ? { words: query, tiers: found.tiers } : null;
  };
  const relaxed = async (query: ParsedQuery): Promise<Match | null> => {
    const { size, end } = columns;
    const found = await relaxedTiersOf({ connection, query, size, end });
    // Which of the words a document has is not known: none has its marks promised.
    return found && found.matches > 0 ? { words: { ...query, accented: false }, ...found } : null;
  };

  const asTyped = await strict(words);
  if (asTyped || words.units.length === 0) return asTyped;
  const folded = words.units.flatMap((unit) => unit.words.map((word) => word.folded));
  // Where every word exists the sentence is too long rather than misspelt.
  if ((await unknownWords(connection, folded)).size === 0) {
    const most = await relaxed(words);
    if (most) return most;
  }
  const withOtherMarks = words.accented ? await strict(withoutMarks(words)) : null;
  if (withOtherMarks) return withOtherMarks;
  const spelling = await corrected(connection, words);
  return (
    (await strict(spelling)) ?? (spelling && (await relaxed(spelling))) ?? (await relaxed(words))
  );
}

const withoutMarks = (query: ParsedQuery): ParsedQuery => ({
  ...readAs(query, 'folded'),
  accented: false,
});

/** Marks that no document has on this word are a slip: the word is taken without them. */
async function withKnownMarks(connection: Connection, query: ParsedQuery): Promise<ParsedQuery> {
  const marked = query.units.filter(({ form }) => form === 'exact').flatMap(({ words }) => words);
  const unknown = await unknownWords(
    connection,
    marked.map(({ exact }) => exact),
  );
  if (unknown.size === 0) return query;
  const units = query.units.map((unit) =>
    unit.words.some(({ exact }) => unknown.has(exact))
      ? { ...unit, form: 'folded' as const }
      : unit,
  );
  return { ...query, units, accented: units.some(({ form }) => form === 'exact') };
}
