import { near } from '../query/fts-expression';
import { readAs, type ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { eachId, type IdSet } from './id-set';
import { documentsWith, sideBySide } from './in-zone';
import { matchingIds } from './matching-ids';
import { FULL } from './schema';

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

/** In so many documents words are common ones, and near each other by chance. */
const MOST_NEAR = 10_000;

/** More words than these are in no other order so near each other, and FTS5 walks the places of all. */
const MOST_WORDS_NEAR = 4;

/**
 * Up to this many words a query names one thing, most often a compound written in syllables. Then a
 * document counts only beside its likes: where some have the words together just as typed, those
 * that have them with other marks (*gia đình … dưỡng* for *dinh dưỡng*) or strewn over a text are
 * about something else; where some have them together at all, those where they are strewn.
 */
const MOST_WORDS_OF_A_NAME = 3;

/** Documents that have all units of the query in their forms, by tier; null when it has no words. */
export async function tiersOf(input: {
  connection: Connection;
  query: ParsedQuery;
  end: number;
}): Promise<Tiers | null> {
  const { connection, query, end } = input;
  const matches = await documentsWith(connection, 'text', query);
  if (!matches) return null;
  const tiers = new Uint8Array(end);
  eachId(matches, (id) => {
    tiers[id] = TIER.strewn;
  });
  const field: Field = { connection, tiers, matches: matches.size, strewn: matches.size };
  if (query.accented) await raise(field, readAs(query, 'exact'), 0);
  const settled = field.strewn < field.matches && namesOneThing(query);
  if (!query.accented) await raise(field, query, 0);
  // Side by side and near can only be asked of one form: the marks that were typed are in `matches`.
  else if (isMixed(query) && !settled) await raise(field, readAs(query, 'folded'), TIER.looser);
  const together = field.matches - field.strewn;
  return { tiers, matches: field.matches - dropStrewn(field, query), together };
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

/** Lifts what each step finds among the matches, the best place first. */
async function raise(field: Field, query: ParsedQuery, offset: number): Promise<void> {
  if (field.strewn === 0) return;
  const { connection } = field;
  const lift = (tier: number, found: IdSet | null) => {
    if (found) raiseTo(field, tier + offset, found);
  };

  // Words that no head has together no title has side by side.
  const head = await documentsWith(connection, 'head', query);
  if (head && head.size > 0) {
    const title = await documentsWith(connection, 'title', query);
    if (title && title.size > 0) {
      lift(TIER.titlePhrase, await sideBySide(connection, 'title', query));
      lift(TIER.title, title);
    }
    lift(TIER.name, await sideBySide(connection, 'names', query));
    lift(TIER.head, head);
  }
  // Nearness is dear, and needless when it decides neither the order nor what is dropped.
  const enough = () => field.strewn === 0 || field.matches - field.strewn >= ENOUGH;
  if (field.strewn === 0 || (enough() && !namesOneThing(query))) return;
  lift(TIER.phrase, await sideBySide(connection, 'text', query));
  // Where so many have the words side by side, even those that have them near are about other things.
  if (enough() || field.strewn > MOST_NEAR || query.units.length > MOST_WORDS_NEAR) return;
  const expression = near(query, FULL);
  if (expression) lift(TIER.nearby, await matchingIds(connection, 'full', expression));
}

function raiseTo(field: Field, tier: number, found: IdSet): void {
  const { tiers } = field;
  eachId(found, (id) => {
    if (tiers[id] !== TIER.strewn) return;
    tiers[id] = tier;
    field.strewn -= 1;
  });
}

export function namesOneThing({ units }: ParsedQuery): boolean {
  return units.length > 1 && units.length <= MOST_WORDS_OF_A_NAME;
}

/** Takes out what no step has lifted where any has lifted something; how many went. */
function dropStrewn({ tiers, matches, strewn }: Field, query: ParsedQuery): number {
  if (strewn === matches || !namesOneThing(query)) return 0;
  for (let id = 0; id < tiers.length; id += 1) if (tiers[id] === TIER.strewn) tiers[id] = TIER.none;
  return strewn;
}
