import type { PayloadRequest, Where } from 'payload';
import type { Acknowledgement } from '../../platform/takedown';
import type { Receive } from '../../platform/worker/drain-inbox';

/** The last number of the feed at a moment, of one material's withdrawals or of all. */
async function lastNumber(req: PayloadRequest, until: string, of: Where): Promise<number> {
  const found = await req.payload.find({
    collection: 'changes',
    where: { and: [{ at: { less_than_equal: until } }, of] },
    sort: '-seq',
    limit: 1,
    depth: 0,
    req,
  });
  return found.docs[0]?.seq ?? 0;
}

interface Said {
  portal: string;
  identifier: string | null;
  seq: number;
  at: string;
}

/** One row for what is said, moved on and never back: said twice, it is said once. */
async function remember(req: PayloadRequest, said: Said): Promise<void> {
  const { payload } = req;
  const key = [said.portal, said.identifier].filter(Boolean).join(' ');
  const found = await payload.find({
    collection: 'acknowledgements',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    req,
  });
  const row = found.docs[0];
  if (row && row.seq >= said.seq) return;
  if (row) {
    await payload.update({
      collection: 'acknowledgements',
      id: row.id,
      data: { seq: said.seq, at: said.at },
      depth: 0,
      req,
    });
  } else {
    await payload.create({ collection: 'acknowledgements', data: { key, ...said }, depth: 0, req });
  }
}

/**
 * How far a portal has followed the feed, or which withdrawals it has carried out. What had not
 * happened when it said so is not acknowledged, whatever number it names.
 */
export const receiveAcknowledgement: Receive = async (req, { body, receivedAt: at }) => {
  const { portal, seq, identifiers } = body as unknown as Acknowledgement;
  const known = await req.payload.count({
    collection: 'portals',
    where: { id: { equals: portal } },
    req,
  });
  if (known.totalDocs === 0) return;
  if (seq !== null) {
    const last = await lastNumber(req, at, { seq: { less_than_equal: seq } });
    await remember(req, { portal, identifier: null, seq: last, at });
  }
  for (const identifier of identifiers) {
    const withdrawal = await lastNumber(req, at, {
      and: [{ identifier: { equals: identifier } }, { type: { equals: 'withdrawn' } }],
    });
    if (withdrawal > 0) await remember(req, { portal, identifier, seq: withdrawal, at });
  }
};
