import type { PayloadRequest, Where } from 'payload';
import type { Acknowledgement } from '../../platform/inbox/kinds';
import type { Receive } from '../../platform/worker/drain-inbox';

/** The last number of the feed at a moment, and not beyond what is said. */
async function lastNumber(req: PayloadRequest, until: string, seq: number): Promise<number> {
  const found = await req.payload.find({
    collection: 'changes',
    where: { and: [{ at: { less_than_equal: until } }, { seq: { less_than_equal: seq } }] },
    sort: '-seq',
    limit: 1,
    depth: 0,
    req,
  });
  return found.docs[0]?.seq ?? 0;
}

/** Of each of these materials the number of its last withdrawal until a moment. */
async function withdrawalsUntil(
  req: PayloadRequest,
  until: string,
  identifiers: string[],
): Promise<Map<string, number>> {
  const where: Where[] = [
    { identifier: { in: identifiers } },
    { type: { equals: 'withdrawn' } },
    { at: { less_than_equal: until } },
  ];
  const found = await req.payload.find({
    collection: 'changes',
    where: { and: where },
    sort: 'seq',
    pagination: false,
    depth: 0,
    req,
  });
  // The later one of a material replaces the earlier.
  return new Map(found.docs.map(({ identifier, seq }) => [identifier, seq]));
}

interface Said {
  portal: string;
  identifier: string | null;
  seq: number;
  at: string;
}

const keyOf = ({ portal, identifier }: Said): string =>
  [portal, identifier].filter(Boolean).join(' ');

/** One row for each thing that is said, moved on and never back: said twice, it is said once. */
async function remember(req: PayloadRequest, all: Said[]): Promise<void> {
  if (all.length === 0) return;
  const { payload } = req;
  const collection = 'acknowledgements';
  const found = await payload.find({
    collection,
    where: { key: { in: all.map(keyOf) } },
    pagination: false,
    depth: 0,
    req,
  });
  const rows = new Map(found.docs.map((row) => [row.key, row]));
  for (const said of all) {
    const key = keyOf(said);
    const row = rows.get(key);
    const { seq, at } = said;
    if (!row) await payload.create({ collection, data: { key, ...said }, depth: 0, req });
    else if (row.seq < seq)
      await payload.update({ collection, id: row.id, data: { seq, at }, depth: 0, req });
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
    const last = await lastNumber(req, at, seq);
    await remember(req, [{ portal, identifier: null, seq: last, at }]);
  }
  if (identifiers.length === 0) return;
  const withdrawn = await withdrawalsUntil(req, at, identifiers);
  await remember(
    req,
    [...withdrawn].map(([identifier, number]) => ({ portal, identifier, seq: number, at })),
  );
};
