import type { Token } from '../fold/tokenise';

/** Between the two words of a pair; no word of our tokeniser has it. */
export const PAIR_SIGN = '_';

export const pairOf = (first: string, second: string): string => first + PAIR_SIGN + second;

/**
 * Every two words that stand side by side in the texts, each pair once: without marks, and as written
 * where that is not the same.
 */
export function neighboursIn(texts: Token[][]): string[] {
  const pairs = new Set<string>();
  for (const tokens of texts) {
    for (let at = 1; at < tokens.length; at += 1) {
      const [first, second] = [tokens[at - 1], tokens[at]];
      if (!first || !second) continue;
      pairs.add(pairOf(first.folded, second.folded));
      pairs.add(pairOf(first.exact, second.exact));
    }
  }
  return [...pairs];
}
