import { exactText, foldText } from '../../platform/fold-text';

/** One syllable or number, and where it stands in the original (UTF-16 offsets). */
export interface Token {
  exact: string;
  folded: string;
  start: number;
  end: number;
}

/** Letters, digits and their marks; invisible characters do not split a word. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*/gu;

/** Longer runs are encodings and rubbish, not words: cut alike in index and query. */
export const LONGEST = 64;
const MEMO_LIMIT = 20_000;

type Forms = Pick<Token, 'exact' | 'folded'>;
const memo = new Map<string, Forms>();

/** School books write *vật lí, mĩ thuật, kĩ năng*, offices *vật lý, mỹ thuật, kỹ năng*: one spelling. */
const FINAL_Y = /^([hklmstv]|qu)[yýỳỷỹỵ]$/u;
const Y = 'yýỳỷỹỵ';
const I = 'iíìỉĩị';
const withFinalI = (word: string): string =>
  FINAL_Y.test(word) ? word.slice(0, -1) + (I[Y.indexOf(word.slice(-1))] ?? '') : word;

/** Both forms of one word as it stands in a text. */
export function formsOf(word: string): Forms {
  const known = memo.get(word);
  if (known) return known;
  const forms = {
    exact: withFinalI(exactText(word)).slice(0, LONGEST),
    folded: withFinalI(foldText(word)).slice(0, LONGEST),
  };
  // Text has few distinct syllables; a memo is what makes megabytes of it cheap.
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(word, forms);
  return forms;
}

/** Splits into syllables. Positions point into `text` as given, whatever its normal form. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const { exact, folded } = formsOf(match[0]);
    if (folded === '') continue;
    tokens.push({ exact, folded, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The folded form of one already exact token. */
export function foldToken(exact: string): string {
  return formsOf(exact).folded;
}
