import { ftsExpression, near, sideBySide, type Columns } from '../query/fts-expression';
import { readAs, type ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { matchingIds, type WordTable } from './matching-ids';
import { FULL, HEAD, NAMES, TITLE } from './schema';

/**
 * Rank before all weights, best first: where the words of a query stand, and how close. `looser`
 * begins the same order again for documents that have a word typed without marks only with some.
 */
export const TIER = {
  none: 0,
  titlePhrase: 1,
  title: 2,
  /** Side by side in one keyword or in one label of a facet. */
  name: 3,
  head: 4,
  /** Side by side anywhere. */
  phrase: 5,
  nearby: 6,
  looser: 10,
  /** All words, but far apart in a text. */
  strewn: 20,
} as const;

/** Tiers by document id (`TIER.none`: no match), and how many documents match. */
export interface Tiers {
  tiers: Uint8Array;
  matches: number;
  /** Those of the matches that have the words in a head, or side by side or near in a text. */
  together: number;
}

/** With this many documents above them nobody reaches those where nearness would decide. */
const ENOUGH = 200;

/**
 * Up to this many words a query names one thing, most often a compound written in syllables. Then a
 * document counts only beside its likes: where some have the words together just as typed, those
 * that have them with other marks (*gia đình … dưỡng* for *dinh dưỡng*) or strewn over a text are
 * about something else; where some have them together at all, those where they are strewn.
 */
const MOST_WORDS_OF_A_NAME = 3;

type Ask = (query: ParsedQuery, columns: Columns) => string | null;
const STEPS: readonly [tier: number, table: WordTable, ask: Ask, columns: Columns][] = [
  [TIER.titlePhrase, 'head', sideBySide, TITLE],
  [TIER.title, 'head', ftsExpression, TITLE],
  [TIER.name, 'head', sideBySide, NAMES],
  [TIER.head, 'head', ftsExpression, HEAD],
  [TIER.phrase, 'full', sideBySide, FULL],
  [TIER.nearby, 'full', near, FULL],
];

/** Documents that have all units of the query in their forms, by tier; null when it has no words. */
export async function tiersOf(input: {
  connection: Connection;
  query: ParsedQuery;
  end: number;
}): Promise<Tiers | null> {
  const { connection, query, end } = input;
  const whole = ftsExpression(query, FULL);
  if (!whole) return null;
  const tiers = new Uint8Array(end);
  const matches = await matchingIds(connection, 'full', whole);
  for (const id of matches) tiers[id] = TIER.strewn;
  const field: Field = { connection, tiers, matches: matches.length, strewn: matches.length };
  if (query.accented) await raise(field, readAs(query, 'exact'), 0);
  const settled = field.strewn < field.matches && namesOneThing(query);
  if (!query.accented) await raise(field, query, 0);
  // Side by side and near can only be asked of one form: the marks that were typed are in `matches`.
  else if (isMixed(query) && !settled) await raise(field, readAs(query, 'folded'), TIER.looser);
  const together = field.matches - field.strewn;
  return { tiers, matches: matches.length - dropStrewn(field, query), together };
}

/** The forms in which a document of this tier has the words. */
export function readingOf(query: ParsedQuery, tier: number | undefined): ParsedQuery {
  return query.accented && (tier ?? TIER.strewn) < TIER.looser ? readAs(query, 'exact') : query;
}

interface Field {
  connection: Connection;
  tiers: Uint8Array;
  matches: number;
  /** Matches that no step has lifted yet. */
  strewn: number;
}

const isMixed = ({ units }: ParsedQuery): boolean =>
  new Set(units.map(({ form }) => form)).size > 1;

/** Lifts what each step finds among the matches. */
async function raise(field: Field, query: ParsedQuery, offset: number): Promise<void> {
  const { connection, tiers } = field;
  for (const [tier, table, ask, columns] of STEPS) {
    if (field.strewn === 0) return;
    // Nearness is dear, and needless when it decides neither the order nor what is dropped.
    const enough = field.matches - field.strewn >= ENOUGH && !namesOneThing(query);
    if (table === 'full' && enough) continue;
    const expression = ask(query, columns);
    if (!expression) continue;
    for (const id of await matchingIds(connection, table, expression)) {
      if (tiers[id] !== TIER.strewn) continue;
      tiers[id] = tier + offset;
      field.strewn -= 1;
    }
  }
}

export function namesOneThing({ units }: ParsedQuery): boolean {
  return units.length > 1 && units.length <= MOST_WORDS_OF_A_NAME;
}

/** Takes out what no step has lifted where any has lifted something; how many went. */
function dropStrewn({ tiers, matches, strewn }: Field, query: ParsedQuery): number {
  if (strewn === matches || !namesOneThing(query)) return 0;
  for (const [id, tier] of tiers.entries()) if (tier === TIER.strewn) tiers[id] = TIER.none;
  return strewn;
}
