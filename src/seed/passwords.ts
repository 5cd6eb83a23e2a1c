import { randomInt } from 'node:crypto';

/** No characters that look alike on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A generated password: four groups of four (79 bits), easy to read out. */
export function newPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}
