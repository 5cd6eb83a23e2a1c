import type { Unit } from '../query/parse-query';
import { exactWord, foldedWord } from './encode-word';

/** Meilisearch reads ten words of a query and leaves the rest; a quoted phrase is one. */
const MOST_UNITS = 10;

/** One question to the index; the documents found are those of any question of a list. */
export interface Question {
  q: string;
  /** Null: everywhere. */
  fields: string[] | null;
  /** Rank before all else, least first. */
  tier: number;
}

const spell = ({ words, form }: Unit): string =>
  `"${words.map((word) => (form === 'exact' ? exactWord(word) : foldedWord(word))).join(' ')}"`;

/**
 * All units, each in its form. Every one is quoted: then it matches whole, without typing mistakes.
 * Of more than ten those that say most are asked: phrases, then long words, as they were typed.
 */
export function spellUnits(units: Unit[]): string {
  const different = [...new Map(units.map((unit) => [spell(unit), unit])).entries()];
  if (different.length <= MOST_UNITS) return different.map(([text]) => text).join(' ');
  const telling = [...different].sort(([, a], [, b]) => weightOf(b) - weightOf(a));
  const asked = new Set(telling.slice(0, MOST_UNITS).map(([text]) => text));
  return different
    .map(([text]) => text)
    .filter((text) => asked.has(text))
    .join(' ');
}

const weightOf = ({ words }: Unit): number =>
  100 * (words.length - 1) + words.reduce((sum, { folded }) => sum + folded.length, 0);
