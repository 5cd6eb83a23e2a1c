import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';

/** What is known of an answer: the last data, and why the last question failed. */
export interface Known {
  data: unknown;
  error: Problem | null;
}

const NOTHING: Known = { data: undefined, error: null };
const known = new Map<string, Known>();
const running = new Map<string, Promise<unknown>>();
const listeners = new Map<string, Set<() => void>>();

export const knownOf = (key: string | null): Known =>
  key === null ? NOTHING : (known.get(key) ?? NOTHING);

export function listen(key: string, listener: () => void): () => void {
  const set = listeners.get(key) ?? new Set();
  listeners.set(key, set.add(listener));
  return () => set.delete(listener);
}

/**
 * Asks again and tells everybody who shows this answer; old data stay while the new ones come.
 * `fresh: false` joins a question that is already on its way.
 */
export function ask(key: string, path: string, { fresh }: { fresh: boolean }): Promise<unknown> {
  const before = running.get(key);
  if (before && !fresh) return before;
  const run = request<unknown>(path)
    .then((data) => {
      if (running.get(key) === run) put(key, { data, error: null });
      return data;
    })
    .catch((cause: unknown) => {
      if (running.get(key) === run) {
        put(key, { data: knownOf(key).data, error: asProblem(cause) });
      }
      return undefined;
    })
    .finally(() => {
      if (running.get(key) === run) running.delete(key);
    });
  running.set(key, run);
  return run;
}

function put(key: string, value: Known): void {
  known.set(key, value);
  listeners.get(key)?.forEach((listener) => listener());
}
