import type { Payload, Where } from 'payload';
import { checkLink, GENESIS, type ChainFault } from './chain';
import type { DailyHead } from './export-format';
import { sealedEvents } from './sealed-events';

export interface ChainReport {
  events: number;
  unsealed: number;
  head: { seq: number; hash: string };
  fault: ChainFault | undefined;
}

const countOf = async (payload: Payload, where: Where): Promise<number> =>
  (await payload.count({ collection: 'audit-events', where })).totalDocs;

/** An event that stands beside the chain, where no walk from its first event comes by. */
async function outsider(payload: Payload): Promise<ChainFault | undefined> {
  // In this order: what is sealed between the two counts can only make the second larger.
  const sealed = await countOf(payload, { seq: { exists: true } });
  const inside = await countOf(payload, { seq: { greater_than: 0 } });
  if (sealed <= inside) return undefined;
  const { docs } = await payload.find({
    collection: 'audit-events',
    where: { seq: { less_than_equal: 0 } },
    sort: '-seq',
    limit: 1,
    depth: 0,
  });
  return { kind: 'outside', seq: docs[0]?.seq ?? 0 };
}

/** Walks the whole chain and stops at the first fault; then looks for what stands beside it. */
export async function verifyChain(payload: Payload): Promise<ChainReport> {
  let head = { seq: 0, hash: GENESIS };
  let fault: ChainFault | undefined;
  for await (const event of sealedEvents(payload)) {
    fault = checkLink(event, head);
    if (fault) break;
    head = { seq: event.seq, hash: event.hash };
  }
  fault ??= await outsider(payload);
  const unsealed = await countOf(payload, { seq: { exists: false } });
  return { events: head.seq, unsealed, head, fault };
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
    const found = await countOf(payload, {
      and: [{ seq: { equals: head.seq } }, { hash: { equals: head.hash } }],
    });
    if (found !== 1) return head;
  }
  return undefined;
}
