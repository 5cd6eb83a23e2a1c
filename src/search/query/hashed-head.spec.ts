import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashedHead, hashOf, packHead, unpackHead } from './hashed-head';

const text = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), {
  maxLength: 6,
});
const zone = fc.array(text, { maxLength: 3 });

describe('a head in numbers', () => {
  it('comes back as it was packed, empty texts and zones too', () => {
    fc.assert(
      fc.property(
        fc.record({ title: zone, keywords: zone, labels: zone, abstract: zone }),
        (words) => {
          const head = hashedHead(words);
          expect(unpackHead(packHead(head))).toEqual(head);
        },
      ),
    );
  });

  it('comes back from bytes wherever they begin, as a database gives them', () => {
    const head = hashedHead({ title: [['học', 'kỳ']], keywords: [], labels: [], abstract: [] });
    const bytes = packHead(head);
    const within = new Uint8Array(bytes.length + 3).subarray(3);
    within.set(bytes);
    expect(unpackHead(within)).toEqual(head);
  });

  it('has a word as written and without its marks', () => {
    const { title } = hashedHead({ title: [['Đường']], keywords: [], labels: [], abstract: [] });
    expect(title.map(({ exact, folded }) => [...exact, ...folded])).toEqual([
      [hashOf('Đường'), hashOf('duong')],
    ]);
  });

  it('gives a word the same number in every version: numbers are kept in index files', () => {
    // The first two are published with FNV-1a.
    expect(['', 'a', 'duong', 'đường'].map(hashOf)).toEqual([
      0x811c9dc5, 0xe40c292c, 3_396_207_332, 2_363_392_248,
    ]);
  });
});
