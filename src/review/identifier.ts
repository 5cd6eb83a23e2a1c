import { CROCKFORD, randomCrockford } from '../platform/crockford';

const DIGITS = 9;

/** Weighted sum modulo 32 with odd weights: finds every single wrong character and most swaps. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    sum += CROCKFORD.indexOf(body.charAt(i)) * (2 * i + 1);
  }
  return CROCKFORD.charAt(sum % 32);
}

/** A new permanent public identifier: `hl-`, nine random characters and a check character. */
export function newIdentifier(random?: (bytes: number) => Uint8Array): string {
  const body = randomCrockford(DIGITS, random);
  return `hl-${body}${checkCharacter(body)}`;
}

export function isIdentifier(text: string): boolean {
  const match = /^hl-([0-9a-hjkmnp-tv-z]{9})([0-9a-hjkmnp-tv-z])$/.exec(text);
  return match !== null && checkCharacter(match[1] ?? '') === match[2];
}
