import { now } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { ACKNOWLEDGEMENT_KIND, type Acknowledgement } from '../../platform/inbox/kinds';
import type { ReadStore } from '../../publishing/read/store';
import { json, problem } from '../endpoint';
import { keyMissing } from '../http/portal-key';
import { cursorRefused, decodeCursor } from '../query/cursor';
import { acknowledgedSchema, acknowledgeSchema } from '../schemas/writes';
import type { WriteEndpoint } from '../write-endpoint';
import { CHANGES_SCOPE } from './changes';

/** Those that this portal was never shown, alive or withdrawn. */
async function unknownTo(store: ReadStore, identifiers: string[]): Promise<string[]> {
  const live = await store.publications(identifiers);
  const others = identifiers.filter((identifier) => !live.has(identifier));
  const found = await Promise.all(others.map((identifier) => store.publication(identifier)));
  return others.filter((_, index) => found[index] === undefined);
}

/** The number a cursor of the feed stands for. */
function numberOf(cursor: string): number {
  try {
    const seq = Number(decodeCursor(CHANGES_SCOPE, cursor, ['number'])[0]);
    if (!Number.isSafeInteger(seq) || seq < 0) throw new AppError('invalid_cursor');
    return seq;
  } catch (error) {
    throw cursorRefused('cursor', 'feed', error);
  }
}

export const acknowledgeChanges: WriteEndpoint<typeof acknowledgeSchema> = {
  operationId: 'acknowledgeChanges',
  tag: 'changes',
  path: '/v1/changes/ack',
  body: acknowledgeSchema,
  takes: ['json'],
  byKey: true,
  responses: { 202: json(acknowledgedSchema, 'acknowledged'), 401: problem('keyNeeded') },
  async handle({ body: { cursor, identifiers = [] }, context: { portal, inbox, store } }) {
    if (!portal) throw keyMissing();
    const named = [...new Set(identifiers)];
    const unknown = await unknownTo(store, named);
    const acknowledgement: Acknowledgement = {
      portal: portal.id,
      seq: cursor === undefined ? null : numberOf(cursor),
      identifiers: named.filter((identifier) => !unknown.includes(identifier)),
    };
    if (cursor !== undefined || acknowledgement.identifiers.length > 0) {
      await inbox.append(ACKNOWLEDGEMENT_KIND, acknowledgement);
    }
    const answer = { accepted: true, receivedAt: now().toISOString(), unknown };
    return Response.json(answer, { status: 202 });
  },
};
