import { describe, expect, it } from 'vitest';
import { tokenise } from '../fold/tokenise';
import { exactWord, foldedWord } from './encode-word';

const exact = (text: string) => tokenise(text).map(exactWord);
const folded = (text: string) => tokenise(text).map(foldedWord);

describe('words as Meilisearch is given them', () => {
  it('are ASCII, with their marks spelt out', () => {
    expect(exact('bán bạn bản bàn ban')).toEqual(
      ['bazsnzq', 'bazjnzq', 'bazrnzq', 'bazfnzq', 'banzq'], // prettier-ignore
    );
    expect(exact('Đường phố ưỡn ễ')).toEqual(
      ['dzduzhozhzfngzq', 'phozazszq', 'uzhozhzxnzq', 'ezazxzq'], // prettier-ignore
    );
    expect(folded('Đường phố')).toEqual(['duong', 'pho']);
  });

  it('are the same for both placements of the tone, and for NFD', () => {
    expect(exact('hòa')).toEqual(exact('hoà'));
    expect(exact('đường'.normalize('NFD'))).toEqual(exact('đường'));
  });

  it('never mix up two words, nor one with marks and one without', () => {
    const words = ['a', 'à', 'azf', 'az', 'ả', 'ă', 'â', 'd', 'đ', 'dzd', 'zq', 'z', 'zz', 'ñ'];
    expect(new Set(words.flatMap((word) => exact(word))).size).toBe(words.length);
    expect(exact('dinh')).not.toEqual(folded('dinh'));
  });

  it('spell other scripts by number, and stay within what an index takes', () => {
    expect(folded('中文')).toEqual(['zu4e2dzzu6587z']);
    for (const word of [...exact('中'.repeat(64)), ...folded('中'.repeat(64))]) {
      expect(word).toMatch(/^[a-z0-9]+$/);
      expect(word.length).toBeLessThan(250);
    }
  });
});
