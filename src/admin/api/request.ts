import { Problem } from './problem';
import { problemFrom } from './problem-from';
import { announceSessionEnd, isSignedOut } from './session';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The `updatedAt` that was read; the server refuses when somebody saved since (409). */
  ifMatch?: string;
  signal?: AbortSignal;
}

/** JSON in, JSON out, on the same origin with the session's cookie. Throws {@link Problem}. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.ok) return (await readJson(response)) as T;
  throw await refusal(response.status, await readJson(response));
}

/** The refusal as a problem; a lost session is announced to the frame on the way. */
export async function refusal(status: number, body: unknown): Promise<Problem> {
  const problem = problemFrom(status, body);
  const lost = status === 401 || (status === 403 && (await isSignedOut()));
  if (!lost) return problem;
  announceSessionEnd();
  return new Problem({ status, code: 'signed_out', title: problem.title });
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.ifMatch) headers['If-Match'] = `"${options.ifMatch}"`;
  try {
    return await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Problem({ status: 0, code: 'offline', title: '' }, cause);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
