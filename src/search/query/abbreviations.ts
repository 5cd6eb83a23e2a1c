import data from '../data/abbreviations.json';
import { tokenise, type Token } from '../fold/tokenise';

export type Word = Pick<Token, 'exact' | 'folded'>;

const words = (text: string): Word[] =>
  tokenise(text).map(({ exact, folded }) => ({ exact, folded }));
const keyOf = (sequence: Word[]): string => sequence.map((word) => word.folded).join(' ');

/** From either form, folded, to the other: `gdtx` ⇄ `giao duc thuong xuyen`. */
const other = new Map<string, Word[]>();
let longest = 1;
for (const [short, long] of Object.entries(data.items)) {
  const pair = [words(short), words(long)] as const;
  other.set(keyOf(pair[0]), pair[1]);
  other.set(keyOf(pair[1]), pair[0]);
  longest = Math.max(longest, pair[0].length, pair[1].length);
}
/** Everyday wordings find the official one; who asks officially is not given everyday talk. */
for (const [everyday, official] of Object.entries(data.everyday)) {
  const spoken = words(everyday);
  other.set(keyOf(spoken), words(official));
  longest = Math.max(longest, spoken.length);
}

/** The longest abbreviation or expansion that begins at `from`, with what it also stands for. */
export function abbreviationAt(
  sequence: Word[],
  from: number,
): { length: number; alternative: Word[] } | null {
  for (let length = Math.min(longest, sequence.length - from); length > 0; length -= 1) {
    const alternative = other.get(keyOf(sequence.slice(from, from + length)));
    if (alternative) return { length, alternative };
  }
  return null;
}
