import { LRUCache } from 'lru-cache';
import type { Answer } from './answer';

/** The publication that an answer is made of alone, and the tag of what it said then. */
export interface MadeOf {
  identifier: string;
  etag: string;
}

/** How long an answer stands: until something changes, `ttlMs` at most, or as long as its publication. */
export interface Keeping {
  /** Of before the answer was read: an answer older than a change is not kept. */
  generation: number;
  ttlMs?: number | undefined;
  madeOf?: MadeOf | undefined;
}

export interface KnownAnswers {
  /** An answer that nothing has changed since. */
  get(key: string): Answer | undefined;
  /** An answer of before the last change whose publication may be the same still. */
  unsure(key: string): { answer: Answer; madeOf: MadeOf } | undefined;
  put(key: string, answer: Answer, keeping: Keeping): void;
  /** Something has changed: only what is made of one publication is worth a second look. */
  changed(): void;
  drop(): void;
  bytes(): number;
}

interface Entry {
  answer: Answer;
  generation: number;
  madeOf: MadeOf | undefined;
}

/** An answer also costs its key, its headers (which it holds three times) and its place. */
const OVERHEAD = 2_500;

/** Ready answers, bounded by bytes. */
export function createKnownAnswers(input: {
  maxBytes: number;
  generation: () => number;
}): KnownAnswers {
  const entries = new LRUCache<string, Entry>({
    maxSize: input.maxBytes,
    // Whoever walks through everything in long pages must not push out what many ask for.
    maxEntrySize: Math.ceil(input.maxBytes / 64),
    sizeCalculation: ({ answer: { body } }, key) => body.length + key.length * 2 + OVERHEAD,
  });
  return {
    get(key) {
      const entry = entries.get(key);
      return entry?.generation === input.generation() ? entry.answer : undefined;
    },
    unsure(key) {
      const entry = entries.get(key);
      return entry?.madeOf && { answer: entry.answer, madeOf: entry.madeOf };
    },
    put(key, answer, { generation, ttlMs, madeOf }) {
      if (generation !== input.generation()) return;
      entries.set(key, { answer, generation, madeOf }, ttlMs === undefined ? {} : { ttl: ttlMs });
    },
    changed() {
      for (const [key, { madeOf }] of entries.entries()) if (!madeOf) entries.delete(key);
    },
    drop() {
      entries.clear();
    },
    bytes: () => entries.calculatedSize,
  };
}
