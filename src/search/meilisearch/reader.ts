import { AppError } from '../../platform/errors';
import type { SearchReader } from '../port';
import { answer, emptyAnswer } from './answer';
import { connect, hasCode, MeilisearchError } from './connection';
import type { OpenIndex } from './index-session';
import { indexNames } from './names';
import { builtBy, isComplete } from './state';
import { suggest } from './suggest';

/**
 * Reads the indexes of a prefix with a key that may only search. Where no index was ever built the
 * answers are empty; one that is gone, or that only another version has, is `search_unavailable`, and
 * `health` says so. Loads nothing but what asking needs: for delivery.
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
  let built = false;

  /** Answers where there is an index; else whether there has ever been one. */
  async function work<T>(ask: () => Promise<T>, withoutIndex: T): Promise<T> {
    const by = built ? 'this' : await builtBy(connection, index.names);
    built = by === 'this';
    // It is being filled, and finds little until then.
    if (by === 'another') throw new MeilisearchError(noIndex(index), 'index_not_found', 404);
    try {
      return await ask();
    } catch (error) {
      if (by === 'none' && hasCode(error, 'index_not_found')) return withoutIndex;
      throw error;
    }
  }

  async function read<T>(ask: () => Promise<T>, withoutIndex: T): Promise<T> {
    if (closed) throw new AppError('search_unavailable');
    try {
      return await work(ask, withoutIndex);
    } catch (error) {
      if (!(error instanceof MeilisearchError)) throw error;
      onProblem(error);
      throw new AppError('search_unavailable', {}, error);
    }
  }

  return {
    search: (query) => read(() => answer(index, query), emptyAnswer(query)),
    suggest: (query) => read(() => suggest(index, query), []),
    health: () => look(index).catch((error: unknown) => out(faultOf(error))),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

const noIndex = ({ names }: OpenIndex): string =>
  `There is no ${names.materials} yet, only the index of another version`;

interface Health {
  ok: boolean;
  documents: number;
  detail?: string;
}

const out = (detail: string): Health => ({ ok: false, documents: 0, detail });

function faultOf(error: unknown): string {
  if (hasCode(error, 'index_not_found')) return 'no_index';
  const { status } = error as { status?: number };
  return status === 401 || status === 403 ? 'key_refused' : 'unreachable';
}

async function look({ connection, names }: OpenIndex): Promise<Health> {
  const { estimatedTotalHits } = await connection.call<{ estimatedTotalHits: number }>({
    method: 'POST',
    path: `/indexes/${names.materials}/search`,
    body: { q: '', limit: 0 },
  });
  if ((await builtBy(connection, names)) === 'another') return out('no_index');
  const health = { ok: true, documents: estimatedTotalHits };
  const complete = await isComplete(connection, names);
  return complete ? health : { ...health, detail: 'index_partial' };
}
