/** The few calls of Meilisearch's HTTP API that we make, over Node's own fetch. */

export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** In milliseconds; else the connection's own. */
  timeLimitMs?: number;
}

export interface Connection {
  readonly address: string;
  /** The answer's JSON. Throws {@link MeilisearchError}. */
  call<T>(call: Call): Promise<T>;
}

/** What Meilisearch refused, with its stable code; without a status where it did not answer. */
export class MeilisearchError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status?: number,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'MeilisearchError';
  }
}

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof MeilisearchError && error.code === code;

/** The key goes into a header only, never into an address or a message. */
export function connect(input: { url: string; key: string; timeLimitMs: number }): Connection {
  const base = input.url.replace(/\/+$/, '');
  const headers = {
    authorization: `Bearer ${input.key}`,
    'content-type': 'application/json',
    // Small compressed answers over a kept connection wait 30 ms and more for nothing.
    'accept-encoding': 'identity',
  };
  return {
    address: base,
    async call<T>({ method, path, query, body, timeLimitMs = input.timeLimitMs }: Call) {
      const search = query ? `?${new URLSearchParams(query).toString()}` : '';
      const request = {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeLimitMs),
      };
      try {
        const response = await fetch(`${base}${path}${search}`, request);
        return readAnswer<T>(response.status, await response.text(), `${method} ${path}`);
      } catch (error) {
        if (error instanceof MeilisearchError) throw error;
        throw new MeilisearchError(`${base} does not answer`, 'unreachable', undefined, error);
      }
    },
  };
}

function readAnswer<T>(status: number, text: string, what: string): T {
  let value: unknown;
  try {
    value = text === '' ? null : JSON.parse(text);
  } catch (cause) {
    // A proxy's page, most often.
    throw new MeilisearchError(`${what}: no JSON (${String(status)})`, 'no_json', status, cause);
  }
  if (status < 400) return value as T;
  const { message, code } = (value ?? {}) as { message?: string; code?: string };
  throw new MeilisearchError(`${what}: ${message ?? String(status)}`, code ?? 'unknown', status);
}
