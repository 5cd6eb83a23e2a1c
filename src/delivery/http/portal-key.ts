import type { IncomingMessage } from 'node:http';
import { AppError } from '../../platform/errors';
import { portalKeyHash, sameKeyHash } from '../../platform/portal-key';
import type { PortalKey, ReadStore } from '../../publishing/read/store';

/** A key counts where programs ask; pages for people are the same to everybody. */
const FOR_PORTALS = /^\/v1(\/|$)/;
const BEARER = /^Bearer(?: +|$)(.*)$/i;
/** A key of ours without the word before it: forgotten, and no scheme of anybody else. */
const BARE = /^kho_/;
/** RFC 6750 § 2.1; longer than any key of ours is none. */
const TOKEN = /^[\w.~+/-]{1,200}=*$/;

const REALM = 'Bearer realm="kho-hoc-lieu"';

/** The key a request shows; undefined without one, `''` when it is no key at all. */
export function shownKey(req: IncomingMessage, pathname: string): string | undefined {
  const { authorization } = req.headers;
  if (authorization === undefined || !FOR_PORTALS.test(pathname)) return undefined;
  // Other schemes are none of ours: a password of a proxy in front opens and closes nothing here.
  const token = BEARER.exec(authorization)?.[1];
  if (token === undefined) return BARE.test(authorization) ? '' : undefined;
  return TOKEN.test(token.trim()) ? token.trim() : '';
}

/** Whose key it is, now: a closed portal and a replaced key are nobody's. */
export async function portalOf(
  store: Pick<ReadStore, 'portals'>,
  key: string,
): Promise<PortalKey | undefined> {
  if (key === '') return undefined;
  const hash = portalKeyHash(key);
  let found: PortalKey | undefined;
  for (const portal of await store.portals()) {
    if (sameKeyHash(portal.keyHash, hash)) found = portal;
  }
  return found;
}

/**
 * RFC 6750 § 3.1: a key that is shown has to be right, also where none is needed. To be answered as
 * without one would hide from a portal that its key was replaced, and what it may see.
 */
export function keyInvalid(): AppError {
  const challenge = `${REALM}, error="invalid_token"`;
  return new AppError('portal_key_invalid', {
    extra: { headers: { 'www-authenticate': challenge } },
  });
}

/** RFC 6750 § 3: without any key the challenge says nothing of an error. */
export function keyMissing(): AppError {
  return new AppError('portal_key_missing', { extra: { headers: { 'www-authenticate': REALM } } });
}
