import type { SearchReader } from '../port';
import { createThreadPool } from './thread-pool';

/**
 * Reads the folder's index from threads of its own; the calling thread never waits for the database.
 * Where no index was ever built the answers are empty; where only another version has one search is
 * unavailable, unless its own is still open; `health` says so.
 */
export function createEmbeddedReader(input: {
  folder: string;
  /** The bundled `embedded/thread.ts`. */
  threadFile: URL;
  threads?: number;
  /** For one query; 2 s by default. */
  timeLimitMs?: number;
  onProblem?: (error: unknown) => void;
}): SearchReader {
  const { folder, threadFile, threads = 1, timeLimitMs = 2000, onProblem } = input;
  const pool = createThreadPool({
    threadFile,
    workerData: { folder },
    threads,
    timeLimitMs,
    onProblem: onProblem ?? (() => undefined),
  });
  return {
    search: (query) => pool.call('search', query),
    suggest: (query) => pool.call('suggest', query),
    health: () =>
      pool.call('health', null).catch(() => ({ ok: false, documents: 0, detail: 'thread_failed' })),
    close: () => pool.close(),
  };
}
