import type { Context } from 'hono';
import type { OpenAPIHono, RouteConfig, z } from '@hono/zod-openapi';
import type { Lang } from '../i18n/translate';
import type { DeliveryContext, Env } from './context';
import { problem, type Endpoint } from './endpoint';
import { bodyKind, checkSent, readSent, type BodyKind } from './query/read-body';
import { withHeaders } from './response-headers';

export interface WriteEndpoint<B extends z.ZodType> {
  operationId: string;
  tag: Endpoint<z.ZodObject>['tag'];
  path: string;
  body: B;
  /** Types of content it takes; each has the same fields. */
  takes: readonly BodyKind[];
  /** What is sent as a form is brought into the shape of the schema first. */
  fromForm?: (fields: Record<string, string | string[]>) => unknown;
  /** Whether it is for portals with a key alone. */
  byKey?: boolean;
  responses: RouteConfig['responses'];
  handle(input: {
    body: z.output<B>;
    lang: Lang;
    context: DeliveryContext;
    c: Context<Env>;
  }): Promise<Response>;
}

const MEDIA: Record<BodyKind, string> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/** Body checked as a whole before anything is done with it. */
export async function takeBody<B extends z.ZodType>(
  endpoint: Pick<WriteEndpoint<B>, 'body' | 'takes' | 'fromForm'>,
  c: Context<Env>,
): Promise<z.output<B>> {
  const kind = bodyKind(c, endpoint.takes);
  const sent = await readSent(c, kind);
  const shaped =
    kind === 'form' && endpoint.fromForm
      ? endpoint.fromForm(sent as Record<string, string | string[]>)
      : sent;
  return checkSent(endpoint.body, shaped);
}

/** One definition is both the route and its page in the OpenAPI document. */
export function registerWrite<B extends z.ZodType>(
  api: OpenAPIHono<Env>,
  endpoint: WriteEndpoint<B>,
): void {
  const { operationId, path, body, takes } = endpoint;
  api.openAPIRegistry.registerPath({
    method: 'post',
    path,
    operationId,
    tags: [endpoint.tag],
    summary: `delivery:api.operations.${operationId}.summary`,
    description: `delivery:api.operations.${operationId}.description`,
    security: endpoint.byKey ? [{ portalKey: [] }] : [],
    request: {
      body: {
        required: true,
        content: Object.fromEntries(takes.map((kind) => [MEDIA[kind], { schema: body }])),
      },
    },
    responses: withHeaders({
      401: problem('keyInvalid'),
      ...endpoint.responses,
      400: problem('unreadable'),
      413: problem('bodyTooLarge'),
      415: problem('unsupportedType'),
      422: problem('invalidBody'),
      429: problem('tooMany'),
      503: problem('notNow'),
    }),
  });
  api.post(path, async (c) => {
    const start = performance.now();
    const { context } = c.env;
    const read = await takeBody(endpoint, c);
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
    const response = await endpoint.handle({ body: read, lang, context, c });
    context.metrics.cold(operationId, (performance.now() - start) / 1000);
    return response;
  });
}
