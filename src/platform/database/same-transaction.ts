import type { PayloadRequest } from 'payload';

/**
 * A request of its own in the same transaction. A nested call in another locale would change its
 * caller's `req.locale` (payload#18246), and one in another name its caller's user.
 */
export function inSameTransaction(
  req: PayloadRequest,
  change: Partial<Pick<PayloadRequest, 'user'>> = {},
): PayloadRequest {
  const copy = Object.create(Object.getPrototypeOf(req) as object) as PayloadRequest;
  return Object.assign(copy, req, change);
}
