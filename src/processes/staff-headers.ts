import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '../platform/env';

const YEAR_S = 31_536_000;
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** Names what the screens never use, so that nothing that got in can ask for it. */
const PERMISSIONS =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()';

type Setting = Pick<Env, 'publicUrl' | 'development'>;

/**
 * What the screens may load: scripts of this answer alone (by its nonce, and what they load
 * themselves), everything else from here. Styles stand in the page too: React and Payload's lists
 * write them there, and a style cannot act. Uploaded files are shown in frames of our own origin.
 */
function screenPolicy(nonce: string, { development }: Setting): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function setAll(res: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
}

/** On every answer of the staff side; whoever answers may say more, intake's previews do. */
export function staffHeaders(res: ServerResponse, { publicUrl }: Setting): void {
  setAll(res, {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': NOTHING,
    ...(publicUrl.startsWith('https:')
      ? { 'Strict-Transport-Security': `max-age=${String(YEAR_S)}` }
      : {}),
  });
}

/** More for the screens. Next finds the nonce for its scripts in the request's own policy. */
export function screenHeaders(req: IncomingMessage, res: ServerResponse, setting: Setting): void {
  const policy = screenPolicy(randomBytes(16).toString('base64'), setting);
  req.headers['content-security-policy'] = policy;
  setAll(res, { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': policy });
}
