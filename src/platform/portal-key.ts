import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'kho_';
const RANDOM_BYTES = 24;
/** What a person may be shown again to tell keys apart: 24 of its 192 bits. */
const HINT_LENGTH = PREFIX.length + 4;

/** A portal's key: 192 random bits, so that a plain digest of it gives nothing to guess at. */
export function newPortalKey(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** What of a key is stored: SHA-256, hexadecimal. */
export function portalKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Its beginning, by which a portal's people know which of their keys is meant. */
export const portalKeyHint = (key: string): string => key.slice(0, HINT_LENGTH);

/** Compares two stored digests without telling by its time how much of them is alike. */
export function sameKeyHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && left.length > 0 && timingSafeEqual(left, right);
}
