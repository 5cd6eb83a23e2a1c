import { AppError } from '../../platform/errors';
import type { SearchReader } from '../port';
import { answer, emptyAnswer } from './answer';
import { connect, hasCode, MeilisearchError } from './connection';
import type { OpenIndex } from './index-session';
import { indexNames } from './names';
import { isComplete } from './state';
import { suggest } from './suggest';

/**
 * Reads the indexes of a prefix with a key that may only search. Without an index the answers are
 * empty and `health` says so. Loads nothing but what asking needs: for delivery.
 */
export function createMeilisearchReader(input: {
  url: string;
  key: string;
  prefix: string;
  /** For one request; 2 s by default. */
  timeLimitMs?: number;
  onProblem?: (error: unknown) => void;
}): SearchReader {
  const { url, key, prefix, timeLimitMs = 2_000, onProblem = () => undefined } = input;
  const connection = connect({ url, key, timeLimitMs });
  const index: OpenIndex = { connection, names: indexNames(prefix) };
  let closed = false;

  async function read<T>(work: () => Promise<T>, withoutIndex: T): Promise<T> {
    if (closed) throw new AppError('search_unavailable');
    try {
      return await work();
    } catch (error) {
      if (hasCode(error, 'index_not_found')) return withoutIndex;
      if (!(error instanceof MeilisearchError)) throw error;
      onProblem(error);
      throw new AppError('search_unavailable', {}, error);
    }
  }

  return {
    search: (query) => read(() => answer(index, query), emptyAnswer(query)),
    suggest: (query) => read(() => suggest(index, query), []),
    health: () =>
      read<Health>(() => look(index), { ok: false, documents: 0, detail: 'no_index' }).catch(
        () => ({ ok: false, documents: 0, detail: 'unreachable' }),
      ),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

interface Health {
  ok: boolean;
  documents: number;
  detail?: string;
}

async function look({ connection, names }: OpenIndex): Promise<Health> {
  const { estimatedTotalHits } = await connection.call<{ estimatedTotalHits: number }>({
    method: 'POST',
    path: `/indexes/${names.materials}/search`,
    body: { q: '', limit: 0 },
  });
  const health = { ok: true, documents: estimatedTotalHits };
  const complete = await isComplete(connection, names);
  return complete ? health : { ...health, detail: 'index_partial' };
}
