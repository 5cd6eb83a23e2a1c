import { z } from '@hono/zod-openapi';
import { answerJson, json, KEEP_HEADER, type Endpoint } from '../endpoint';
import * as fields from '../query/fields';
import { healthSchema, readySchema } from '../schemas/answers';

const query = z.strictObject({ lang: fields.lang });

export const getHealth: Endpoint<typeof query> = {
  operationId: 'getHealth',
  tag: 'operation',
  path: '/healthz',
  query,
  responses: { 200: json(healthSchema, 'health') },
  handle: () => uncached({ status: 'ok' }, 200),
};

export const getReadiness: Endpoint<typeof query> = {
  operationId: 'getReadiness',
  tag: 'operation',
  path: '/readyz',
  query,
  responses: { 200: json(readySchema, 'ready'), 503: json(readySchema, 'notReady') },
  async handle({ context }) {
    const readiness = await context.readiness();
    return uncached(readiness, readiness.status === 'out' ? 503 : 200);
  },
};

function uncached(body: unknown, status: number): Response {
  const response = answerJson(body, { status, headers: { 'cache-control': 'no-store' } });
  response.headers.delete(KEEP_HEADER);
  return response;
}
