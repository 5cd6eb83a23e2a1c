import type { Payload } from 'payload';
import { checkLink, GENESIS, type ChainFault } from './chain';
import type { DailyHead } from './export-format';
import { sealedEvents } from './sealed-events';

export interface ChainReport {
  events: number;
  unsealed: number;
  head: { seq: number; hash: string };
  fault: ChainFault | undefined;
}

/** Walks the whole chain and stops at the first fault. */
export async function verifyChain(payload: Payload): Promise<ChainReport> {
  let head = { seq: 0, hash: GENESIS };
  let fault: ChainFault | undefined;
  for await (const event of sealedEvents(payload)) {
    fault = checkLink(event, head);
    if (fault) break;
    head = { seq: event.seq, hash: event.hash };
  }
  const unsealed = await payload.count({
    collection: 'audit-events',
    where: { seq: { exists: false } },
  });
  return { events: head.seq, unsealed: unsealed.totalDocs, head, fault };
}

/**
 * The first of these heads, which were noted before, that the chain no longer has: its end was cut
 * off, or it was written anew from somewhere on. Undefined: it has them all.
 */
export async function lostHead<H extends Pick<DailyHead, 'seq' | 'hash'>>(
  payload: Payload,
  heads: readonly H[],
): Promise<H | undefined> {
  for (const head of heads) {
    const found = await payload.count({
      collection: 'audit-events',
      where: { and: [{ seq: { equals: head.seq } }, { hash: { equals: head.hash } }] },
    });
    if (found.totalDocs !== 1) return head;
  }
  return undefined;
}
