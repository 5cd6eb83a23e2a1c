import { foldText } from '../platform/fold-text';

const LONGEST = 1_000;

/** Words as staff search compares them: folded (no marks, small letters, đ as d), no punctuation. */
export function searchKey(texts: (string | null | undefined)[]): string {
  return foldText(texts.filter(Boolean).join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
