import { foldToken } from '../fold/tokenise';
import type { ParsedQuery, Unit } from './parse-query';

/** Exact words of titles, keywords, labels and abstracts, one list a text; `''` for any other word. */
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

/**
 * How well a head answers the query: which words it has, weighted; whether they follow each other;
 * how much of the text they are. Orders documents of one tier; the number means nothing by itself.
 */
export function headScore(input: {
  query: ParsedQuery;
  head: HeadWords;
  /** Weight of each unit, such as its rarity; equal when left out. */
  weights?: number[];
}): number {
  const { query, head, weights } = input;
  let score = 0;
  for (const [zone, worth] of ZONES) {
    let best = 0;
    for (const text of head[zone]) best = Math.max(best, textScore(query, text, weights));
    score += worth * best;
  }
  return Math.round(score * 1e6) / 1e6;
}

type Wanted = Pick<Unit, 'words' | 'form'>;

function textScore(query: ParsedQuery, text: string[], weights: number[] | undefined): number {
  if (text.length === 0 || query.units.length === 0) return 0;
  const folded = text.map((word) => (word === '' ? '' : foldToken(word)));
  const loose = query.accented ? FOLDED_WORTH : FOLDED_WORTH_UNACCENTED;
  /** Best worth of the words in a row, and where they begin. */
  const find = ({ words, form }: Wanted): { worth: number; at: number[] } => {
    let worth = 0;
    const at: number[] = [];
    for (let start = 0; start + words.length <= text.length; start += 1) {
      if (!words.every((word, k) => folded[start + k] === word.folded)) continue;
      const same = words.every((word, k) => text[start + k] === word.exact);
      if (!same && form === 'exact') continue;
      at.push(start);
      worth = Math.max(worth, same ? 1 : loose);
    }
    return { worth, at };
  };

  const found = query.units.map(find);
  let neighbours = query.units
    .slice(1)
    .map((_, at) => follows(found[at]?.at, query.units[at]?.words.length ?? 1, found[at + 1]?.at));
  let words = query.units.reduce((sum, unit) => sum + unit.words.length, 0);
  for (const alternative of query.alternatives) {
    const { from, to, words: wording } = alternative;
    const worth = REWORDED_WORTH * find(alternative).worth;
    if (worth === 0) continue;
    for (let at = from; at <= to; at += 1) {
      const unit = found[at];
      if (unit) unit.worth = Math.max(unit.worth, worth);
    }
    neighbours = neighbours.map((is, at) => is || (at >= from && at < to));
    words = Math.max(words, wording.length);
  }

  const weight = (at: number) => weights?.[at] ?? 1;
  const total = found.reduce((sum, _, at) => sum + weight(at), 0);
  const covered = found.reduce((sum, { worth }, at) => sum + worth * weight(at), 0) / total;
  if (covered === 0) return 0;
  const together =
    neighbours.length === 0 ? 1 : neighbours.filter(Boolean).length / neighbours.length;
  const share = Math.min(1, words / text.length);
  return covered * (1 + 0.5 * together + 0.5 * share);
}

/** Whether the second begins right where a first one of `length` words ends. */
function follows(first: number[] = [], length: number, second: number[] = []): boolean {
  return first.some((at) => second.includes(at + length));
}
