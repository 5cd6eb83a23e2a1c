import type { z } from '@hono/zod-openapi';
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Lang } from '../i18n/translate';
import { isAppError } from '../platform/errors';
import { PROBLEM_MEDIA_TYPE } from '../platform/problem';
import type { Tombstone } from '../publishing/read/store';
import type { DeliveryContext, Env } from './context';
import { surrogateKey } from './http/answer';
import type { MadeOf } from './http/known';
import { withdrawnProblem } from './problem';
import { withHeaders } from './response-headers';
import { problemSchema, withdrawnSchema } from './schemas/answers';
import { cursorRefused } from './query/cursor';
import { readQuery } from './query/read-query';

export interface EndpointInput<Q extends z.ZodObject> {
  query: z.output<Q>;
  lang: Lang;
  /** A part of the path by name. */
  param(name: string): string;
  context: DeliveryContext;
  c: Context<Env>;
}

export interface Endpoint<Q extends z.ZodObject> {
  /** Also the key of its words: `delivery:api.operations.<id>.summary`. */
  operationId: string;
  tag: 'materials' | 'search' | 'files' | 'reference' | 'changes' | 'takedowns' | 'operation';
  path: string;
  query: Q;
  params?: z.ZodObject;
  responses: RouteConfig['responses'];
  handle(input: EndpointInput<Q>): Promise<Response> | Response;
}

/** What is left of a withdrawn publication. */
export const gone = {
  description: 'delivery:api.responses.withdrawn',
  content: { 'application/problem+json': { schema: withdrawnSchema } },
};

const problem = (what: string) => ({
  description: `delivery:api.responses.${what}`,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What any reading may be answered with; where programs ask it is counted and a key is looked at. */
function readResponses({ path, responses }: Pick<Endpoint<z.ZodObject>, 'path' | 'responses'>) {
  const everywhere = {
    ...responses,
    304: { description: 'delivery:api.responses.notModified' },
    400: problem('invalid'),
  };
  if (!path.startsWith('/v1/')) return everywhere;
  return withHeaders({
    503: problem('outOfReach'),
    ...everywhere,
    401: problem('keyInvalid'),
    429: problem('tooMany'),
  });
}

/** One definition is both the route and its page in the OpenAPI document. */
export function register<Q extends z.ZodObject>(
  api: OpenAPIHono<Env>,
  endpoint: Endpoint<Q>,
): void {
  const { operationId, path, query, params } = endpoint;
  api.openAPIRegistry.registerPath({
    method: 'get',
    path,
    operationId,
    tags: [endpoint.tag],
    summary: `delivery:api.operations.${operationId}.summary`,
    description: `delivery:api.operations.${operationId}.description`,
    // A key is never needed to read; where programs ask it opens more.
    security: path.startsWith('/v1/') ? [{}, { portalKey: [] }] : [],
    request: { query, ...(params ? { params } : {}) },
    responses: readResponses(endpoint),
  });
  api.get(path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
    const start = performance.now();
    const read = readQuery(query, c.req.queries());
    const { context } = c.env;
    const response = await handled(endpoint, {
      query: read,
      lang: langOf(read),
      param: (name) => c.req.param(name) ?? '',
      context,
      c,
    });
    context.metrics.cold(operationId, (performance.now() - start) / 1000);
    return response;
  });
}

/** A refused cursor is named as every other parameter is. */
async function handled<Q extends z.ZodObject>(
  endpoint: Endpoint<Q>,
  input: EndpointInput<Q>,
): Promise<Response> {
  try {
    return await endpoint.handle(input);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid_cursor') throw error;
    const isFeed = 'since' in endpoint.query.shape;
    throw isFeed ? cursorRefused('since', 'feed', error) : cursorRefused('cursor', 'list', error);
  }
}

function langOf(query: object): Lang {
  return (query as { lang?: unknown }).lang === 'en' ? 'en' : 'vi';
}

export const json = (schema: z.ZodType, description: string) => ({
  description: `delivery:api.responses.${description}`,
  content: { 'application/json': { schema } },
});

export { problem };

/**
 * How long a ready answer may be kept: until something changes, some milliseconds at most, or as long
 * as the one publication it is made of says the same.
 */
export const KEEP_HEADER = 'kho-keep';
export const UNTIL_CHANGED = 'change';
export const whileTagged = ({ identifier, etag }: MadeOf): string => `${identifier} ${etag}`;

/** The header read again. */
export function readKeep(keep: string): { ttlMs?: number; madeOf?: MadeOf } {
  if (keep === UNTIL_CHANGED) return {};
  const [identifier = '', etag] = keep.split(' ');
  return etag === undefined ? { ttlMs: Number(keep) } : { madeOf: { identifier, etag } };
}

/** 410 with what is left of a withdrawn publication; kept like any answer. */
export function answerWithdrawn(tombstone: Tombstone, lang: Lang): Response {
  return answerJson(withdrawnProblem(tombstone, lang), {
    status: 410,
    lang,
    headers: { 'content-type': PROBLEM_MEDIA_TYPE, ...surrogateKey(tombstone.identifier) },
  });
}

/** A JSON answer that is kept until the next change, or for `keepMs`. */
export function answerJson(
  body: unknown,
  options: {
    status?: number;
    lang?: Lang;
    modified?: Date | undefined;
    keepMs?: number;
    headers?: Record<string, string>;
  } = {},
): Response {
  const { status = 200, lang, modified, keepMs } = options;
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      [KEEP_HEADER]: keepMs === undefined ? UNTIL_CHANGED : String(keepMs),
      ...(lang ? { 'content-language': lang } : {}),
      ...(modified ? { 'last-modified': modified.toUTCString() } : {}),
      ...options.headers,
    },
  });
}
