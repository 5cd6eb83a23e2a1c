import type { ParsedQuery, Unit } from '../query/parse-query';
import { spellUnits, type Question } from './ask';
import { countEach, type OpenIndex } from './index-session';
import type { Reading } from './reading';

/** From this many words on a query is a sentence, of which a document need not have every word. */
const SENTENCE = 4;
/** Part of the weight of the telling words that a document must have. */
const ENOUGH = 0.6;
/** The rare words say what is meant; more of them are too many questions. */
const MOST_TELLING = 6;

interface Weighed {
  unit: Unit;
  weight: number;
}

/**
 * For a sentence of which no document has all: documents that have most of its rare words, each
 * combination a question of its own. Null when nothing has.
 */
export async function relaxedReading(
  index: OpenIndex,
  query: ParsedQuery,
): Promise<Reading | null> {
  if (query.quoted || query.units.length < SENTENCE) return null;
  const weighed = await weigh(index, query.units);
  const known = weighed.filter(({ weight }) => weight > 0);
  if (known.length < 2) return null;
  const telling = [...known].sort((a, b) => b.weight - a.weight).slice(0, MOST_TELLING);
  const questions = combinationsOf(telling);
  if (!(await countEach(index, questions)).some((count) => count > 0)) return null;
  // Which of the words a document has is not known: none has its marks promised.
  const words = { ...query, accented: false };
  return { words, questions, weights: weighed.map(({ weight }) => weight) };
}

/** Each unit by its rarity; those that no document has weigh nothing. */
async function weigh(index: OpenIndex, units: Unit[]): Promise<Weighed[]> {
  const everything = { q: '', fields: null, tier: 0 };
  const own = units.map((unit) => ({ q: spellUnits([unit]), fields: null, tier: 0 }));
  const [size = 0, ...counts] = await countEach(index, [everything, ...own]);
  return units.map((unit, at) => {
    const documents = counts[at] ?? 0;
    return { unit, weight: documents === 0 ? 0 : Math.log(1 + size / documents) };
  });
}

/** Tier 1 is all, 2 a tenth less, and so on. */
export function combinationsOf(telling: Weighed[]): Question[] {
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  const questions: Question[] = [];
  for (let bits = 1; bits < 1 << telling.length; bits += 1) {
    const chosen = telling.filter((_, at) => bits & (1 << at));
    const part = chosen.reduce((sum, { weight }) => sum + weight, 0) / total;
    if (part < ENOUGH) continue;
    const q = spellUnits(chosen.map(({ unit }) => unit));
    questions.push({ q, fields: null, tier: 1 + Math.floor((1 - part) * 10 + 1e-6) });
  }
  return questions.sort((a, b) => a.tier - b.tier);
}
