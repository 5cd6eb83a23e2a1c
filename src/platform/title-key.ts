import { withoutMarks } from './without-marks';

/** Letters of the Vietnamese alphabet that stand after their plain letter, by their mark. */
const MARKED_LETTERS: Record<string, string> = {
  ă: 'a1',
  â: 'a2',
  đ: 'd1',
  ê: 'e1',
  ô: 'o1',
  ơ: 'o2',
  ư: 'u1',
};
/** Dictionary order of tones: level, huyền, hỏi, ngã, sắc, nặng. */
const TONES: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;

/** Cursors carry the key, so it stays short; beyond, the identifier decides. */
const LONGEST = 160;

/**
 * A key whose plain code-unit order is Vietnamese dictionary order (TCVN): letters first (đ after d,
 * ă and â after a), word by word; tones decide between equals; numbers by value.
 */
export function titleKey(title: string): string {
  let letters = '';
  let tones = '';
  const words = title.normalize('NFC').toLowerCase().replace(/ð/g, 'đ').match(WORD) ?? [];
  for (const word of words) {
    if (letters) letters += ' ';
    for (const part of word.match(/\p{Nd}+|\P{Nd}/gu) ?? []) {
      if (/^\p{Nd}/u.test(part)) {
        letters += part.padStart(8, '0');
        continue;
      }
      const split = part.normalize('NFD');
      const letter = split.replace(TONE, '').normalize('NFC');
      letters += MARKED_LETTERS[letter] ?? `${withoutMarks(letter)}0`;
      tones += TONES[split.match(TONE)?.[0] ?? ''] ?? '0';
    }
  }
  return `${letters.slice(0, LONGEST)}\u0001${tones.slice(0, LONGEST / 2)}`;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
