import { hashOf, type HashedHead, type HashedText } from './hashed-head';
import type { ParsedQuery, Unit } from './parse-query';

/** Exact words of titles, keywords, labels and abstracts, one list a text. */
export interface HeadWords {
  title: string[][];
  keywords: string[][];
  labels: string[][];
  abstract: string[][];
}

const ZONES = [
  ['title', 1],
  ['keywords', 0.6],
  ['labels', 0.5],
  ['abstract', 0.25],
] as const;

/** A word with other marks is worth this part of the same word where marks were typed. */
const FOLDED_WORTH = 0.6;
/** And nearly all of it where none were typed: then they only break ties. */
const FOLDED_WORTH_UNACCENTED = 0.95;

/** The other wording of an abbreviation is worth nearly as much as the one that was typed. */
const REWORDED_WORTH = 0.9;

export type HeadScorer = (head: HashedHead) => number;

/**
 * How well heads answer the query: which words each has, weighted; whether they follow each other;
 * how much of the text they are. Orders documents of one tier; the number means nothing by itself.
 */
export function createHeadScorer(
  query: ParsedQuery,
  /** Of each unit, such as its rarity; equal when left out. */
  weights?: number[],
): HeadScorer {
  const score = createTextScorer(query, weights);
  return (head) => {
    let sum = 0;
    for (const [zone, worth] of ZONES) {
      let best = 0;
      for (const text of head[zone]) best = Math.max(best, score(text));
      sum += worth * best;
    }
    return Math.round(sum * 1e6) / 1e6;
  };
}

/** Words in a row as they are looked for. */
interface Wanted {
  exact: number[];
  folded: number[];
  /** Whether words with other marks are others. */
  strict: boolean;
}

const wantedOf = ({ words, form }: Pick<Unit, 'words' | 'form'>): Wanted => ({
  exact: words.map((word) => hashOf(word.exact)),
  folded: words.map((word) => hashOf(word.folded)),
  strict: form === 'exact',
});

/** Best worth of the words in a row, and where they begin. */
function find(wanted: Wanted, text: HashedText, loose: number): { worth: number; at: number[] } {
  const { exact, folded, strict } = wanted;
  let worth = 0;
  const at: number[] = [];
  for (let start = 0; start + folded.length <= text.folded.length; start += 1) {
    if (!isAt(folded, text.folded, start)) continue;
    const same = isAt(exact, text.exact, start);
    if (!same && strict) continue;
    at.push(start);
    worth = Math.max(worth, same ? 1 : loose);
  }
  return { worth, at };
}

function isAt(words: number[], text: Uint32Array, start: number): boolean {
  for (let k = 0; k < words.length; k += 1) if (text[start + k] !== words[k]) return false;
  return true;
}

function createTextScorer(query: ParsedQuery, weights?: number[]): (text: HashedText) => number {
  const { units, alternatives } = query;
  const loose = query.accented ? FOLDED_WORTH : FOLDED_WORTH_UNACCENTED;
  const wanted = units.map(wantedOf);
  const others = alternatives.map((alternative) => ({ ...alternative, wanted: wantedOf(alternative) })); // prettier-ignore
  const ownWords = units.reduce((sum, unit) => sum + unit.words.length, 0);
  const weight = (at: number) => weights?.[at] ?? 1;
  const total = units.reduce((sum, _, at) => sum + weight(at), 0);

  return (text) => {
    if (text.folded.length === 0 || units.length === 0) return 0;
    const found = wanted.map((one) => find(one, text, loose));
    let neighbours = units
      .slice(1)
      .map((_, at) => follows(found[at]?.at, units[at]?.words.length ?? 1, found[at + 1]?.at));
    let words = ownWords;
    for (const { from, to, words: wording, wanted: other } of others) {
      const worth = REWORDED_WORTH * find(other, text, loose).worth;
      if (worth === 0) continue;
      for (let at = from; at <= to; at += 1) {
        const unit = found[at];
        if (unit) unit.worth = Math.max(unit.worth, worth);
      }
      neighbours = neighbours.map((is, at) => is || (at >= from && at < to));
      words = Math.max(words, wording.length);
    }
    const covered = found.reduce((sum, { worth }, at) => sum + worth * weight(at), 0) / total;
    if (covered === 0) return 0;
    const together =
      neighbours.length === 0 ? 1 : neighbours.filter(Boolean).length / neighbours.length;
    const share = Math.min(1, words / text.folded.length);
    return covered * (1 + 0.5 * together + 0.5 * share);
  };
}

/** Whether the second begins right where a first one of `length` words ends. */
function follows(first: number[] = [], length: number, second: number[] = []): boolean {
  return first.some((at) => second.includes(at + length));
}
