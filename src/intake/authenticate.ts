import type { IncomingMessage } from 'node:http';
import type { Payload, TypedUser } from 'payload';
import { AppError } from '../platform/errors';

/** The signed-in person of a request that never reaches Payload's own handlers. */
export async function authenticate(
  payload: Payload,
  req: IncomingMessage,
  publicUrl: string,
): Promise<TypedUser> {
  const changes = req.method !== 'GET' && req.method !== 'HEAD';
  if (changes && !carriesToken(req) && !isSameOrigin(req, publicUrl)) {
    throw new AppError(req.headers.cookie ? 'forbidden' : 'not_signed_in');
  }
  const { user } = await payload.auth({ headers: headersOf(req), canSetHeaders: false });
  if (!user) throw new AppError('not_signed_in');
  return user;
}

/** A header that another site's page cannot send along without asking first. */
function carriesToken(req: IncomingMessage): boolean {
  return /^(JWT|Bearer) \S/.test(req.headers.authorization ?? '');
}

/** A cookie goes with every request to us, whoever's page makes it: the browser says whose. */
function isSameOrigin(req: IncomingMessage, publicUrl: string): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = req.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(publicUrl).origin || from.host === req.headers.host;
}

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) headers.append(name, one);
    }
  }
  return headers;
}
