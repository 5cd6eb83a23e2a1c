import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from './find-words';
import { tokenise } from './tokenise';

const plainly = (text: string, wanted: Set<string>) =>
  tokenise(text)
    .map((token, at) => ({ ...token, at }))
    .filter(({ folded }) => wanted.has(folded));

describe('findWords', () => {
  it('finds a word in all its forms, with its place among the words', () => {
    const text = 'Hoà bình, HÒA ước; hoa\u0300 nhạc, ho\u00ADa sen và hoan hô';
    const found = findWords(text, new Set(['hoa']));
    expect(found.map(({ at, exact }) => [at, exact])).toEqual([
      [0, 'hoà'],
      [2, 'hoà'],
      [4, 'hoà'],
      [6, 'hoa'],
    ]);
    expect(text.slice(found[2]?.start, found[2]?.end)).toBe('hoa\u0300');
  });

  it('finds what tokenising finds, in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'đường',
        'ĐƯỜNG',
        'duong',
        'thuỷ',
        'x\u00ADy',
        ' ',
        ', ',
        '𝐚',
        'Σ',
        'ß',
        '１',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (pieces, pick) => {
        const text = pieces.join('');
        const words = tokenise(text).map(({ folded }) => folded);
        const wanted = new Set(['duong', 'thuy', ...words.slice(pick % (words.length + 1), 3)]);
        expect(findWords(text, wanted)).toEqual(plainly(text, wanted));
      }),
    );
  });
});
