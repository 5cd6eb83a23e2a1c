import data from '../data/question-words.json';
import { tokenise } from '../fold/tokenise';
import { findAlternatives, type ParsedQuery, type Unit } from './parse-query';

const words = (text: string) => tokenise(text).map(({ folded }) => folded);
const sequences = new Set(data.sequences.map((sequence) => words(sequence).join(' ')));
const longest = Math.max(...data.sequences.map((sequence) => words(sequence).length));
const single = new Set(data.words.flatMap((word) => tokenise(word).map(({ exact }) => exact)));

/**
 * What a question is about, without the words of asking (*làm thế nào để*, *ở đâu*); null for what
 * asks nothing, and where nothing would be left. Single ones count only where marks are typed: *thi*
 * is an examination, *thì* a conjunction.
 */
export function withoutQuestion(query: ParsedQuery): ParsedQuery | null {
  if (query.quoted) return null;
  const kept: Unit[] = [];
  for (let at = 0; at < query.units.length;) {
    const length = lengthOfAsking(query, at);
    const unit = query.units[at];
    if (length === 0 && unit) kept.push(unit);
    at += Math.max(1, length);
  }
  if (kept.length === 0 || kept.length === query.units.length) return null;
  return { ...query, units: kept, alternatives: findAlternatives(kept) };
}

function lengthOfAsking({ units, accented }: ParsedQuery, from: number): number {
  for (let length = Math.min(longest, units.length - from); length > 1; length -= 1) {
    const here = units.slice(from, from + length).flatMap((unit) => unit.words);
    if (sequences.has(here.map(({ folded }) => folded).join(' '))) return length;
  }
  const [word] = units[from]?.words ?? [];
  return accented && word && single.has(word.exact) ? 1 : 0;
}
