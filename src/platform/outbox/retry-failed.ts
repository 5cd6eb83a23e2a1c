import type { PayloadRequest, Where } from 'payload';
import { now } from '../clock';

/**
 * Has the worker try again what was given up after all its attempts, in the caller's transaction.
 * What failed last is kept on the row until it is done. Returns how many there were.
 */
export async function retryFailed(req: PayloadRequest, topic?: string): Promise<number> {
  const given: Where = { status: { equals: 'failed' } };
  const { docs, errors } = await req.payload.update({
    collection: 'outbox',
    where: topic === undefined ? given : { and: [given, { topic: { equals: topic } }] },
    data: {
      status: 'pending',
      attempts: 0,
      availableAt: now().toISOString(),
      leasedBy: null,
      leaseUntil: null,
    },
    depth: 0,
    req,
  });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return docs.length;
}
