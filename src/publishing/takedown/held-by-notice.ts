import type { PayloadRequest, Where } from 'payload';
import { lastPublishedAt } from '../../review/notice-hold';

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
