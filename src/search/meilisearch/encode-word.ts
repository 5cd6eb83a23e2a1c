import type { Token } from '../fold/tokenise';

/**
 * Meilisearch folds marks away, at index and at query time, so it cannot tell *bán* from *bạn*. What
 * it is given is therefore spelt by us in ASCII, in two forms that share no word: without marks
 * (`ban`), and with them (`bazsnzq` for *bán*, `banzq` for *ban*).
 */

const MARKS: Record<string, string> = {
  '\u0300': 'zf',
  '\u0301': 'zs',
  '\u0303': 'zx',
  '\u0309': 'zr',
  '\u0323': 'zj',
  '\u0302': 'za',
  '\u0306': 'zw',
  '\u031B': 'zh',
};
/** Ends every word of the form with marks. */
const WITH_MARKS = 'zq';
/** Meilisearch leaves out words of more than 250 bytes: cut alike in index and query. */
const LONGEST = 200;

const hex = (character: string): string => `zu${(character.codePointAt(0) ?? 0).toString(16)}z`;

/** What is not ASCII by its number: no normaliser or segmenter of any script touches that. */
function spell(text: string, escape: boolean): string {
  let spelt = '';
  for (const character of text) {
    if (character === 'z' && escape) spelt += 'zz';
    else if (/[a-z0-9]/.test(character)) spelt += character;
    else if (character === 'đ') spelt += 'dzd';
    else spelt += MARKS[character] ?? hex(character);
  }
  return spelt;
}

/** The word without its marks. */
export function foldedWord({ folded }: Pick<Token, 'folded'>): string {
  return spell(folded, false).slice(0, LONGEST);
}

/** The word with its very marks; different for different words. */
export function exactWord({ exact }: Pick<Token, 'exact'>): string {
  return spell(exact.normalize('NFD'), true).slice(0, LONGEST) + WITH_MARKS;
}
