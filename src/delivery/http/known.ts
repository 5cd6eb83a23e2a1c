import { LRUCache } from 'lru-cache';
import type { Answer } from './answer';

export interface KnownAnswers {
  get(key: string): Answer | undefined;
  /** `generation` is that of before the answer was read: an answer older than a change is not kept. */
  put(key: string, answer: Answer, generation: number, ttlMs?: number): void;
  drop(): void;
  bytes(): number;
}

/** An answer also costs its key, its headers (which it holds three times) and its place. */
const OVERHEAD = 2_500;

/** Ready answers, bounded by bytes, all dropped when anything that delivery shows has changed. */
export function createKnownAnswers(input: {
  maxBytes: number;
  generation: () => number;
}): KnownAnswers {
  const answers = new LRUCache<string, Answer>({
    maxSize: input.maxBytes,
    maxEntrySize: Math.ceil(input.maxBytes / 8),
    sizeCalculation: ({ body, short = '' }, key) =>
      body.length + short.length + key.length * 2 + OVERHEAD,
  });
  return {
    get: (key) => answers.get(key),
    put(key, answer, generation, ttlMs) {
      if (generation !== input.generation()) return;
      answers.set(key, answer, ttlMs === undefined ? {} : { ttl: ttlMs });
    },
    drop() {
      answers.clear();
    },
    bytes: () => answers.calculatedSize,
  };
}
