import { contiguous, ftsExpression, inColumns, near } from '../query/fts-expression';
import type { ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { matchingIds, type WordTable } from './matching-ids';
import { HEAD_EXACT, HEAD_FOLDED } from './schema';

/**
 * Rank before all weights, best first. Exact accents stand above folded ones and titles above the
 * rest; words merely strewn over a long body stand behind a head that names them all.
 */
export const TIER = {
  none: 0,
  exactTitlePhrase: 1,
  exactTitle: 2,
  exactHead: 3,
  exactAnywhere: 4,
  titlePhrase: 5,
  title: 6,
  head: 7,
  exactStrewn: 8,
  nearby: 9,
  rest: 10,
} as const;

/** Tiers by document id (`TIER.none`: no match), and how many documents match. */
export interface Tiers {
  tiers: Uint8Array;
  matches: number;
}

/** With this many documents above them nobody reaches those where nearness would decide. */
const ENOUGH = 200;

/** Documents that have all words of the query, by tier; null when the query has no words. */
export async function tiersOf(input: {
  connection: Connection;
  query: ParsedQuery;
  end: number;
}): Promise<Tiers | null> {
  const { connection, query, end } = input;
  const folded = ftsExpression({ query, form: 'folded' });
  const exact = ftsExpression({ query, form: 'exact' });
  const exactWords = ftsExpression({ query, form: 'exact', phrases: false });
  if (!folded || !exact || !exactWords) return null;

  const tiers = new Uint8Array(end);
  const matches = await matchingIds(connection, 'full', folded);
  for (const id of matches) tiers[id] = TIER.rest;
  if (matches.length === 0) return { tiers, matches: 0 };

  let better = 0;
  const raise = async (tier: number, table: WordTable, expression: string | null) => {
    if (!expression) return;
    for (const id of await matchingIds(connection, table, expression)) {
      const before = tiers[id];
      if (before === undefined || before === TIER.none || before <= tier) continue;
      if (before === TIER.rest) better += 1;
      tiers[id] = tier;
    }
  };
  const title = (columns: string[]) => columns.slice(0, 1);
  const phraseIn = (columns: string[], expression: string | null) =>
    expression && inColumns(title(columns), expression);

  if (query.accented) {
    await raise(TIER.exactTitlePhrase, 'head', phraseIn(HEAD_EXACT, contiguous(query, 'exact')));
    await raise(TIER.exactTitle, 'head', inColumns(title(HEAD_EXACT), exact));
    await raise(TIER.exactHead, 'head', inColumns(HEAD_EXACT, exact));
  }
  const exactHeads = better;
  await raise(TIER.titlePhrase, 'head', phraseIn(HEAD_FOLDED, contiguous(query, 'folded')));
  await raise(TIER.title, 'head', inColumns(title(HEAD_FOLDED), folded));
  await raise(TIER.head, 'head', inColumns(HEAD_FOLDED, folded));

  // Nearness is dear, and needless for one word or behind enough better documents.
  const ahead = query.accented ? exactHeads : better;
  const nearness = ahead < ENOUGH ? near(query, 'folded') : null;
  const close = new Set(nearness ? await matchingIds(connection, 'full', nearness) : []);
  for (const id of close) if (tiers[id] === TIER.rest) tiers[id] = TIER.nearby;
  if (query.accented) {
    for (const id of await matchingIds(connection, 'exact', exactWords)) {
      const before = tiers[id];
      if (before === undefined || before < TIER.titlePhrase) continue;
      if (!nearness || close.has(id)) tiers[id] = TIER.exactAnywhere;
      else if (before > TIER.exactStrewn) tiers[id] = TIER.exactStrewn;
    }
  }
  return { tiers, matches: matches.length };
}
