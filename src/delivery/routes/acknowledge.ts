import { now } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { ACKNOWLEDGEMENT_KIND, type Acknowledgement } from '../../platform/takedown';
import { json, problem } from '../endpoint';
import { keyMissing } from '../http/portal-key';
import { decodeCursor } from '../query/cursor';
import { acknowledgedSchema, acknowledgeSchema } from '../schemas/writes';
import type { WriteEndpoint } from '../write-endpoint';
import { CHANGES_SCOPE } from './changes';

/** The number a cursor of the feed stands for. */
function numberOf(cursor: string): number {
  const seq = Number(decodeCursor(CHANGES_SCOPE, cursor, ['number'])[0]);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new AppError('invalid_cursor');
  return seq;
}

export const acknowledgeChanges: WriteEndpoint<typeof acknowledgeSchema> = {
  operationId: 'acknowledgeChanges',
  tag: 'changes',
  path: '/v1/changes/ack',
  body: acknowledgeSchema,
  takes: ['json'],
  byKey: true,
  responses: { 202: json(acknowledgedSchema, 'acknowledged'), 401: problem('keyNeeded') },
  async handle({ body: { cursor, identifiers = [] }, context: { portal, inbox } }) {
    if (!portal) throw keyMissing();
    const acknowledgement: Acknowledgement = {
      portal: portal.id,
      seq: cursor === undefined ? null : numberOf(cursor),
      identifiers: [...new Set(identifiers)],
    };
    await inbox.append(ACKNOWLEDGEMENT_KIND, acknowledgement);
    return Response.json({ accepted: true, receivedAt: now().toISOString() }, { status: 202 });
  },
};
