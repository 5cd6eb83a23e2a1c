import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { inTransaction } from '../platform/database/transaction';
import { enqueue } from '../platform/outbox/enqueue';

/** Has the worker build the search index anew; the key of the effect, to ask how far it is. */
export async function askForRebuild(payload: Payload): Promise<string> {
  const key = `rebuild:${randomUUID()}`;
  await inTransaction({ payload }, async (req) => {
    await enqueue({ payload, req, topic: 'search.rebuild', key, data: {} });
  });
  return key;
}
