import { readAs, type ParsedQuery, type Unit } from '../query/parse-query';
import { spellUnits, type Question } from './ask';
import { FIELDS } from './settings';
import { sideBySide, variantsOf } from './variants';

/**
 * Rank before all weights, least first, as the embedded engine has it: where the words of a query
 * stand, and how close. `looser` begins the same order again for documents that have a word typed
 * without marks only with some.
 */
export const TIER = {
  titlePhrase: 1,
  title: 2,
  /** Side by side in one keyword or in one label of a facet. */
  name: 3,
  head: 4,
  /** Side by side anywhere. */
  phrase: 5,
  looser: 10,
  /** All words, but far apart in a text. */
  strewn: 20,
} as const;

/**
 * Up to this many words a query names one thing, most often a compound written in syllables: where
 * some documents have the words together just as typed, those that have them with other marks or
 * strewn over a text are about something else.
 */
const MOST_WORDS_OF_A_NAME = 3;

export function namesOneThing({ units }: ParsedQuery): boolean {
  return units.length > 1 && units.length <= MOST_WORDS_OF_A_NAME;
}

/** The questions of a query by what their answers would settle: the first that finds any is used. */
export function questionGroups(query: ParsedQuery): Question[][] {
  if (query.units.length === 0) return [];
  const close = query.accented
    ? [together(readAs(query, 'exact'), 0, []), together(query, TIER.looser, query.units)]
    : [[...preferExact(query), ...together(query, 0, [])]];
  if (!isMixed(query)) close.splice(1);
  const strewn = everywhere(query);
  if (namesOneThing(query)) return [...close, strewn];
  return [[...close.flat(), ...strewn]];
}

const isMixed = ({ units }: ParsedQuery): boolean =>
  new Set(units.map(({ form }) => form)).size > 1;

/** Words in the title or the head, or side by side anywhere; `also` must stand anywhere besides. */
function together(query: ParsedQuery, offset: number, also: Unit[]): Question[] {
  const heads = variantsOf(query).flatMap((units): Question[] => [
    { q: spellUnits(units), fields: FIELDS.title, tier: TIER.title + offset },
    { q: spellUnits(units), fields: FIELDS.head, tier: TIER.head + offset },
  ]);
  if (query.units.length < 2) return heads;
  // Side by side can be asked of one form only: of the loose one, with the marks as a condition.
  const phrases = variantsOf(also.length > 0 ? readAs(query, 'folded') : query).map(sideBySide);
  const marked = also.filter(({ form }) => form === 'exact');
  const spelt = phrases.flatMap((phrase, at) =>
    // Marks were typed on the first wording; the others have them as a whole or not at all.
    phrase ? [spellUnits(at === 0 ? [phrase, ...marked] : [phrase])] : [],
  );
  const ask = (fields: Question['fields'], tier: number) =>
    spelt.map((q) => ({ q, fields, tier: tier + offset }));
  // Of words side by side Meilisearch knows the document, not the field: the best are looked at again.
  return [
    ...ask(FIELDS.title, TIER.titlePhrase),
    ...ask(FIELDS.names, TIER.name),
    ...heads,
    ...ask(null, TIER.phrase),
  ];
}

/** A word typed without marks and standing so in a title: before its other readings. */
function preferExact(query: ParsedQuery): Question[] {
  return variantsOf(readAs(query, 'exact')).map((units) => ({
    q: spellUnits(units),
    fields: FIELDS.title,
    tier: TIER.titlePhrase,
  }));
}

function everywhere(query: ParsedQuery): Question[] {
  return variantsOf(query).map((units) => ({
    q: spellUnits(units),
    fields: null,
    tier: TIER.strewn,
  }));
}
