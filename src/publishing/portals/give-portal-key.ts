import type { PayloadRequest } from 'payload';
import { recordEvent } from '../../audit/record-event';
import { now } from '../../platform/clock';
import { inSameTransaction } from '../../platform/database/same-transaction';
import { AppError } from '../../platform/errors';
import { newPortalKey, portalKeyHash, portalKeyHint } from '../../platform/portal-key';

export interface GivenKey {
  /** To be shown once; only its digest is stored. */
  key: string;
  hint: string;
  madeAt: string;
}

/**
 * Gives a portal a new key in the caller's transaction; the one before opens nothing from then on.
 * Throws AppError `not_found`.
 */
export async function givePortalKey(req: PayloadRequest, portalId: string): Promise<GivenKey> {
  const { payload } = req;
  const portal = await payload.findByID({
    collection: 'portals',
    id: portalId,
    depth: 0,
    disableErrors: true,
    req,
  });
  if (!portal) throw new AppError('not_found');
  const key = newPortalKey();
  const given = { key, hint: portalKeyHint(key), madeAt: now().toISOString() };
  await payload.update({
    collection: 'portals',
    id: portal.id,
    data: { keyHash: portalKeyHash(key), keyHint: given.hint, keyMadeAt: given.madeAt },
    depth: 0,
    // As the system: what a person sends back of the key in a form stays as it is stored.
    req: inSameTransaction(req, { user: null }),
  });
  await recordEvent({
    req,
    action: portal.keyHint ? 'portal.replace_key' : 'portal.make_key',
    subject: `portals/${portal.id}`,
    detail: { hint: given.hint, replaced: portal.keyHint ?? null },
  });
  return given;
}
