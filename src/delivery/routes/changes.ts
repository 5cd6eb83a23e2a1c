import { z } from '@hono/zod-openapi';
import { answerJson, json, type Endpoint } from '../endpoint';
import { decodeCursor, encodeCursor } from '../query/cursor';
import * as fields from '../query/fields';
import { changesSchema } from '../schemas/answers';

/** Cursors of the feed last: bound to nothing but the feed. */
export const CHANGES_SCOPE = 'changes';

const query = z.strictObject({
  since: fields.since,
  limit: fields.limit(1_000, 100),
  lang: fields.lang,
});

export const listChanges: Endpoint<typeof query> = {
  operationId: 'listChanges',
  tag: 'changes',
  path: '/v1/changes',
  query,
  responses: { 200: json(changesSchema, 'changes') },
  async handle({ query: { since, limit }, context }) {
    const [after = 0] = since === undefined ? [] : decodeCursor(CHANGES_SCOPE, since, ['number']);
    const { changes, more } = await context.store.changes({ after: Number(after), limit });
    // The last number that was shown: numbers that are not public must not show in a cursor.
    const last = changes.at(-1)?.seq ?? after;
    return answerJson({
      changes: changes.map(({ type, identifier, revision, at }) => ({
        type,
        identifier,
        revision,
        at,
      })),
      next: encodeCursor(CHANGES_SCOPE, [last]),
      more,
    });
  },
};
