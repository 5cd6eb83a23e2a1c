import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Half a year: longer than a summer in which nobody signs in. */
const LASTS_S = 180 * 24 * 60 * 60;
const SHAPE = /^[\w-]{22}\.[\w-]{43}$/;

export interface DeviceScope {
  secret: string;
  /** The account's name, as {@link accountName} writes it. */
  account: string;
}

function digest(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** One cookie an account: several people may sign in at the same browser. */
function cookieName({ secret, account }: DeviceScope): string {
  return `kho-device-${digest(secret, `name ${account}`).slice(0, 12)}`;
}

/**
 * A browser in which somebody signed in to this account keeps a signed cookie that says so, and what
 * strangers try elsewhere does not slow it (OWASP's device cookies). It opens nothing by itself.
 */
export function deviceCookie(scope: DeviceScope, secure: boolean): string {
  const nonce = randomBytes(16).toString('base64url');
  const value = `${nonce}.${digest(scope.secret, `device ${nonce} ${scope.account}`)}`;
  return [
    `${cookieName(scope)}=${value}`,
    'Path=/api/users',
    `Max-Age=${String(LASTS_S)}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
}

/** Which device of this account a request comes from; absent: from none that is known. */
export function deviceOf(scope: DeviceScope, cookies: string | null): string | undefined {
  const start = `${cookieName(scope)}=`;
  const value = (cookies ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
  if (!value || !SHAPE.test(value)) return undefined;
  const [nonce = '', signature = ''] = value.split('.');
  const right = digest(scope.secret, `device ${nonce} ${scope.account}`);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right)) ? nonce : undefined;
}
