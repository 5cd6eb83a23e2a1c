import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './openapi';

/** Of the formats of a material the one that has a type of its own; the others are text to you. */
type Json = 'application/json' | 'application/problem+json';
export type Kho = Client<paths, Json>;
type Schemas = components['schemas'];
export type Material = Schemas['Material'];
export type MaterialSummary = Schemas['MaterialSummary'];
export type SearchHit = Schemas['SearchHit'];
export type Change = Schemas['Change'];
export type Problem = Schemas['Problem'];
export type Withdrawn = Schemas['Withdrawn'];

/**
 * Everything under /v1 by its address, checked by the compiler: parameters, bodies and answers.
 * `key` is the portal's own, where it has one; keep it on your server.
 */
export function createKho(input: {
  /** Of the server, without a path: `https://hoclieu.example.vn`. */
  address: string;
  key?: string;
  fetch?: (request: Request) => Promise<Response>;
}): Kho {
  const { address: baseUrl, key, fetch } = input;
  return createClient<paths, Json>({
    baseUrl,
    ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch ? { fetch } : {}),
  });
}

/** What the server refused, with its problem document (RFC 9457). */
export class KhoError extends Error {
  readonly status: number;
  readonly problem: Problem | Withdrawn;

  constructor(status: number, problem: Problem | Withdrawn) {
    super(`${String(status)} ${problem.code}: ${problem.title}`);
    this.name = 'KhoError';
    this.status = status;
    this.problem = problem;
  }
}

/** What a refusal is that came from before the server, from a proxy: its status alone (RFC 9457 § 4.2.1). */
const withoutProblem = ({ status, statusText }: Response): Problem => ({
  type: 'about:blank',
  title: statusText,
  status,
  code: 'no_problem_document',
  detail: null,
  errors: [],
});

/** The answer alone. Throws KhoError for a refusal. */
export async function answerOf<T>(
  asked: Promise<{ data?: T; error?: Problem | Withdrawn; response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  const isProblem = typeof error === 'object' && 'code' in error;
  throw new KhoError(response.status, isProblem ? error : withoutProblem(response));
}

/**
 * The feed of changes from `since` (nothing: from the beginning) to its present end, a page at a
 * time. Keep `next` of each page when you have carried out its changes, and begin with it next time.
 */
export async function* changesSince(
  kho: Kho,
  since?: string,
): AsyncGenerator<{ changes: Change[]; next: string }> {
  let query = since === undefined ? {} : { since };
  for (;;) {
    const { changes, next, more } = await answerOf(kho.GET('/v1/changes', { params: { query } }));
    yield { changes, next };
    if (!more) return;
    query = { since: next };
  }
}
