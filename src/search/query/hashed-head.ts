import { foldToken } from '../fold/tokenise';
import type { HeadWords } from './head-score';

/** One text by its words: a number for each, as written and without marks. */
export interface HashedText {
  exact: Uint32Array;
  folded: Uint32Array;
}

/** The texts of a head, by zone as in {@link HeadWords}. */
export type HashedHead = Record<keyof HeadWords, HashedText[]>;

const MEMO_LIMIT = 20_000;
const memo = new Map<string, number>();

/**
 * A number for a word (FNV-1a, 32 bits, over its UTF-16 units). Two words of one head share a number
 * once in millions of heads, and then change a place in a list.
 */
export function hashOf(word: string): number {
  const known = memo.get(word);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(word, hash >>> 0);
  return hash >>> 0;
}

const ZONES = ['title', 'keywords', 'labels', 'abstract'] as const;

const hashedText = (words: string[]): HashedText => ({
  exact: Uint32Array.from(words, hashOf),
  folded: Uint32Array.from(words, (word) => hashOf(foldToken(word))),
});

export function hashedHead(head: HeadWords): HashedHead {
  const zone = (name: keyof HeadWords) => head[name].map(hashedText);
  return { title: zone('title'), keywords: zone('keywords'), labels: zone('labels'), abstract: zone('abstract') }; // prettier-ignore
}

/** For each zone the number of its texts, for each text its length and its words in both forms. */
export function packHead(head: HashedHead): Uint8Array {
  const numbers: number[] = [];
  for (const zone of ZONES) {
    numbers.push(head[zone].length);
    for (const { exact, folded } of head[zone]) numbers.push(exact.length, ...exact, ...folded);
  }
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

export function unpackHead(bytes: Uint8Array): HashedHead {
  const numbers = new Uint32Array(bytes.byteLength >>> 2);
  new Uint8Array(numbers.buffer).set(bytes);
  const head: HashedHead = { title: [], keywords: [], labels: [], abstract: [] };
  let at = 0;
  for (const zone of ZONES) {
    const texts = numbers[at++] ?? 0;
    for (let n = 0; n < texts; n += 1) {
      const length = numbers[at++] ?? 0;
      const [folded, end] = [at + length, at + 2 * length];
      head[zone].push({
        exact: numbers.subarray(at, folded),
        folded: numbers.subarray(folded, end),
      });
      at = end;
    }
  }
  return head;
}
