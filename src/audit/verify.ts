import type { Payload } from 'payload';
import { checkLink, GENESIS, type ChainedEvent, type ChainFault } from './chain';

export interface ChainReport {
  events: number;
  unsealed: number;
  head: { seq: number; hash: string };
  fault: ChainFault | undefined;
}

const PAGE = 500;

/** Walks the whole chain and stops at the first fault. */
export async function verifyChain(payload: Payload): Promise<ChainReport> {
  let head = { seq: 0, hash: GENESIS };
  let fault: ChainFault | undefined;
  for (;;) {
    const page = await payload.find({
      collection: 'audit-events',
      where: { seq: { greater_than: head.seq } },
      sort: 'seq',
      limit: PAGE,
      depth: 0,
    });
    for (const event of page.docs as unknown as ChainedEvent[]) {
      fault = checkLink(event, head);
      if (fault) break;
      head = { seq: event.seq, hash: event.hash };
    }
    if (fault || page.docs.length < PAGE) break;
  }
  const unsealed = await payload.count({
    collection: 'audit-events',
    where: { seq: { exists: false } },
  });
  return { events: head.seq, unsealed: unsealed.totalDocs, head, fault };
}
