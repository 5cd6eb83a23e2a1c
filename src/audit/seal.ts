import type { Payload } from 'payload';
import { inTransaction } from '../platform/database/transaction';
import { eventHash, GENESIS } from './chain';

interface Row {
  id: string;
  seq?: number | null;
  at: string;
  action: string;
  actor?: string | null;
  actorName?: string | null;
  subject: string;
  detail?: unknown;
  hash?: string | null;
}

const BATCH = 200;

/**
 * Gives the next events their number and links them into the chain. Only the worker that leads calls
 * it, so writers never meet at the chain's head. Returns how many were sealed.
 */
export async function sealEvents(payload: Payload): Promise<number> {
  const waiting = await payload.count({
    collection: 'audit-events',
    where: { seq: { exists: false } },
  });
  if (waiting.totalDocs === 0) return 0;
  return await inTransaction({ payload }, async (req) => {
    const head = await payload.find({
      collection: 'audit-events',
      where: { seq: { exists: true } },
      sort: '-seq',
      limit: 1,
      depth: 0,
      req,
    });
    const last = head.docs[0] as unknown as Row | undefined;
    let seq = last?.seq ?? 0;
    let previousHash = last?.hash ?? GENESIS;
    const events = await payload.find({
      collection: 'audit-events',
      where: { seq: { exists: false } },
      sort: ['at', 'createdAt'],
      limit: BATCH,
      depth: 0,
      req,
    });
    for (const row of events.docs as unknown as Row[]) {
      seq += 1;
      const hash = eventHash({
        seq,
        at: row.at,
        action: row.action,
        actor: row.actor ?? null,
        actorName: row.actorName ?? null,
        subject: row.subject,
        detail: row.detail ?? null,
        previousHash,
      });
      await payload.update({
        collection: 'audit-events',
        id: row.id,
        data: { seq, previousHash, hash },
        depth: 0,
        req,
      });
      previousHash = hash;
    }
    return events.docs.length;
  });
}
