import { describe, expect, it } from 'vitest';
import { isIdentifier, newIdentifier } from './identifier';

describe('identifiers', () => {
  it('are hl- and ten characters of Crockford’s base 32, never twice in ten thousand', () => {
    const made = new Set(Array.from({ length: 10_000 }, () => newIdentifier()));
    expect(made.size).toBe(10_000);
    for (const one of made) expect(one).toMatch(/^hl-[0-9a-hjkmnp-tv-z]{10}$/);
  });

  it('are recognised, and with any single character wrong they are not', () => {
    const identifier = newIdentifier();
    expect(isIdentifier(identifier)).toBe(true);
    for (let at = 3; at < identifier.length; at += 1) {
      for (const letter of '0123456789abcdefghjkmnpqrstvwxyz') {
        if (letter === identifier.charAt(at)) continue;
        const wrong = identifier.slice(0, at) + letter + identifier.slice(at + 1);
        expect(isIdentifier(wrong), wrong).toBe(false);
      }
    }
    for (const text of [
      '',
      'hl-',
      identifier.toUpperCase(),
      `${identifier} `,
      identifier.slice(3),
    ]) {
      expect(isIdentifier(text)).toBe(false);
    }
  });
});
