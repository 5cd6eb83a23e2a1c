import { readAs, type ParsedQuery, type Unit } from '../query/parse-query';
import { withoutQuestion } from '../query/without-question';
import type { Question } from './ask';
import { countEach, type OpenIndex } from './index-session';
import { relaxedReading } from './relaxed';
import { FIELDS } from './settings';
import { correctedSpelling } from './spelling';
import { questionGroups } from './tiers';
import { countWords } from './word-counts';

/** What a query is taken for: the words that find something, and the questions that find it. */
export interface Reading {
  words: ParsedQuery;
  questions: Question[];
  /** Of each unit, where most of a sentence is enough; then tiers are parts of it. */
  weights?: number[];
}

/**
 * All words with the marks they were typed with; else without those of asking; else with others; else another spelling; and for a
 * sentence most of its words. Null when nothing is found.
 */
export async function readingOfQuery(
  index: OpenIndex,
  typed: ParsedQuery,
): Promise<Reading | null> {
  const asTyped = await strict(index, typed);
  if (asTyped || typed.units.length === 0) return asTyped;
  const words = await withKnownMarks(index, typed);
  const known = words === typed ? null : await strict(index, words);
  if (known) return known;
  const about = withoutQuestion(words);
  return (about && (await strict(index, about))) ?? (await looser(index, about ?? words));
}

async function looser(index: OpenIndex, words: ParsedQuery): Promise<Reading | null> {
  // Where every word exists the sentence is too long rather than misspelt.
  if (!(await lacksWords(index, words))) {
    const most = await relaxedReading(index, words);
    if (most) return most;
  }
  const withOtherMarks = words.accented ? await strict(index, withoutMarks(words)) : null;
  if (withOtherMarks) return withOtherMarks;
  const spelling = await correctedSpelling(index, words);
  return (
    (spelling && (await strict(index, spelling))) ??
    (spelling && (await relaxedReading(index, spelling))) ??
    (await relaxedReading(index, words))
  );
}

/** The first group of questions of which any finds something. */
async function strict(index: OpenIndex, words: ParsedQuery): Promise<Reading | null> {
  const groups = questionGroups(words);
  // What stands in a part of the head the question for the whole head finds too.
  const whole = ({ fields }: Question) => fields === null || fields === FIELDS.head;
  const telling = groups.map((group) => group.filter(whole));
  const counts = await countEach(index, telling.flat());
  let at = 0;
  for (const [number, group] of groups.entries()) {
    const own = counts.slice(at, (at += telling[number]?.length ?? 0));
    if (own.some((count) => count > 0)) return { words, questions: group };
  }
  return null;
}

const withoutMarks = (query: ParsedQuery): ParsedQuery => ({
  ...readAs(query, 'folded'),
  accented: false,
});

/** Marks that no document has on this word are a slip: the word is taken without them. */
async function withKnownMarks(index: OpenIndex, query: ParsedQuery): Promise<ParsedQuery> {
  const marked = query.units.filter(({ form }) => form === 'exact').flatMap(({ words }) => words);
  const counts = await countWords(index, marked, 'exact');
  const unknown = ({ words, form }: Unit) =>
    form === 'exact' && words.some(({ exact }) => counts.get(exact) === 0);
  if (!query.units.some(unknown)) return query;
  const units = query.units.map((unit) =>
    unknown(unit) ? { ...unit, form: 'folded' as const } : unit,
  );
  return { ...query, units, accented: units.some(({ form }) => form === 'exact') };
}

async function lacksWords(index: OpenIndex, query: ParsedQuery): Promise<boolean> {
  const words = query.units.flatMap((unit) => unit.words);
  const counts = await countWords(index, words, 'folded');
  return [...counts.values()].includes(0);
}
