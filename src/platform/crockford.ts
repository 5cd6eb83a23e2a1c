import { randomBytes } from 'node:crypto';

/** Crockford's base 32, small letters: no i, l, o, u. */
export const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Five random bits a character. */
export function randomCrockford(
  length: number,
  random: (bytes: number) => Uint8Array = randomBytes,
): string {
  return Array.from(random(length), (byte) => CROCKFORD.charAt(byte % 32)).join('');
}
