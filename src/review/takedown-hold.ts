import type { PayloadRequest } from 'payload';

/**
 * Why a notice of infringement keeps a publication from coming back as it was: it was upheld since
 * the present revision was published, which only a corrected one can answer; or it is a precaution
 * that nobody has decided on yet, which holds every revision.
 */
export type TakedownHold = 'upheld' | 'open';
const HOLDS: readonly TakedownHold[] = ['upheld', 'open'];

/** When what is, or was last, public was published: a notice that was upheld before is answered by it. */
async function lastPublishedAt(req: PayloadRequest, identifier: string): Promise<string> {
  const found = await req.payload.find({
    collection: 'publication-revisions',
    where: { identifier: { equals: identifier } },
    sort: '-revision',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return found.docs[0]?.publishedAt ?? new Date(0).toISOString();
}

/**
 * All that holds it, the weightier first; nothing when it may come back.
 *
 * @param except id of the notice that is being decided just now
 */
export async function takedownHolds(
  req: PayloadRequest,
  identifier: string,
  except?: string,
): Promise<TakedownHold[]> {
  const since = { decidedAt: { greater_than_equal: await lastPublishedAt(req, identifier) } };
  const { docs } = await req.payload.find({
    collection: 'takedowns',
    where: {
      and: [
        ...(except ? [{ id: { not_equals: except } }] : []),
        { identifiers: { in: [identifier] } },
        {
          or: [
            { status: { equals: 'withdrawn_precautionary' } },
            { and: [{ outcome: { equals: 'upheld' } }, since] },
          ],
        },
      ],
    },
    select: { outcome: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  const found = new Set(docs.map(({ outcome }) => (outcome === 'upheld' ? 'upheld' : 'open')));
  return HOLDS.filter((one) => found.has(one));
}
