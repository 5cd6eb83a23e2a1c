import type { PayloadRequest, Where } from 'payload';

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
 * Whether a notice of infringement keeps this from the world: a precaution that is not decided yet,
 * or (unless `openOnly`) one that was upheld since the present revision was published.
 */
export async function heldByNotice(
  req: PayloadRequest,
  identifier: string,
  how: { except?: string; openOnly?: boolean } = {},
): Promise<boolean> {
  const holds: Where[] = [{ status: { equals: 'withdrawn_precautionary' } }];
  if (!how.openOnly) {
    const since = { decidedAt: { greater_than_equal: await lastPublishedAt(req, identifier) } };
    holds.push({ and: [{ outcome: { equals: 'upheld' } }, since] });
  }
  const { totalDocs } = await req.payload.count({
    collection: 'takedowns',
    where: {
      and: [
        ...(how.except ? [{ id: { not_equals: how.except } }] : []),
        { identifiers: { in: [identifier] } },
        { or: holds },
      ],
    },
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}
