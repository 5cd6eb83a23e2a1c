import type { Payload } from 'payload';
import { now } from '../clock';

/** Long enough to answer "did that mail leave?"; what failed stays until somebody looked at it. */
export const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1_000;

/** Removes effects that were done long ago, so that the table the worker looks through stays small. */
export async function purgeOutbox(payload: Payload): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY).toISOString();
  await payload.db.deleteMany({
    collection: 'outbox',
    where: { and: [{ status: { equals: 'done' } }, { doneAt: { less_than: before } }] },
  });
}

/** Removes what the public wrote and the worker has long turned into documents. */
export async function purgeInbox(payload: Payload): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY).toISOString();
  await payload.db.deleteMany({
    collection: 'inbox',
    where: { processedAt: { less_than: before } },
  });
}
