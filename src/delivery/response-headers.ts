import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Env } from './context';

interface Described {
  pattern?: string;
  example: string;
  /** Not in every answer of a status that may bring it. */
  optional?: true;
}

/** Headers that a client decides by, with the form of their values. */
const HEADERS = {
  ETag: { pattern: '^"[\\x21\\x23-\\x7e]+"$', example: '"9b2f0c6e1d4a7788a1c3e5f7"' },
  'Last-Modified': {
    pattern: '^\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT$',
    example: 'Wed, 01 Apr 2026 02:15:00 GMT',
    optional: true,
  },
  'Cache-Control': { example: 'public, max-age=0, s-maxage=30, stale-while-revalidate=30' },
  'Content-Range': { pattern: '^bytes (\\d+-\\d+|\\*)/\\d+$', example: 'bytes 0-1023/182044' },
  Location: {
    pattern: '^https?://',
    example: 'https://bucket.example.vn/content/9f2k?signature=x',
  },
  'RateLimit-Policy': {
    pattern: '^"default";q=\\d+;w=60$',
    example: '"default";q=600;w=60',
    optional: true,
  },
  RateLimit: { pattern: '^"default";r=0;t=\\d+$', example: '"default";r=0;t=23', optional: true },
  'Retry-After': { pattern: '^\\d+$', example: '23' },
  'WWW-Authenticate': {
    pattern: '^Bearer realm="[^"]+"',
    example: 'Bearer realm="kho-hoc-lieu", error="invalid_token"',
  },
} as const satisfies Record<string, Described>;
type Name = keyof typeof HEADERS;

const BY_STATUS: Record<string, readonly Name[]> = {
  200: ['ETag', 'Cache-Control', 'Last-Modified', 'RateLimit-Policy'],
  206: ['ETag', 'Cache-Control', 'Last-Modified', 'Content-Range'],
  302: ['Location', 'Cache-Control'],
  304: ['ETag', 'Cache-Control', 'Last-Modified'],
  401: ['WWW-Authenticate'],
  410: ['ETag', 'Cache-Control'],
  416: ['Content-Range'],
  429: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  503: ['Retry-After'],
};

/** What `withHeaders` refers to. */
export function describeHeaders(api: OpenAPIHono<Env>): void {
  for (const [name, described] of Object.entries<Described>(HEADERS)) {
    const { pattern, example, optional = false } = described;
    api.openAPIRegistry.registerComponent('headers', name, {
      description: `delivery:api.headers.${name}`,
      required: !optional,
      schema: { type: 'string', ...(pattern ? { pattern } : {}) },
      example,
    });
  }
}

/** The responses of an operation, each with the headers that its status brings. */
export function withHeaders(responses: RouteConfig['responses']): RouteConfig['responses'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const names = BY_STATUS[status];
      if (!names) return [status, response];
      const headers = names.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
      return [status, { ...response, headers: Object.fromEntries(headers) as object }];
    }),
  );
}
