import { describe, expect, it } from 'vitest';
import { newPortalKey, portalKeyHash, portalKeyHint, sameKeyHash } from './portal-key';

describe("a portal's key", () => {
  it('says what it is for and holds at least 160 random bits', () => {
    const key = newPortalKey();
    expect(key).toMatch(/^kho_[\w-]{32}$/);
    expect(newPortalKey()).not.toBe(key);
  });

  it('is stored as a digest that does not contain it', () => {
    const key = newPortalKey();
    expect(portalKeyHash(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(portalKeyHash(key)).toBe(portalKeyHash(key));
  });

  it('is recognised by its beginning, which is too short to be used', () => {
    const key = newPortalKey();
    expect(key.startsWith(portalKeyHint(key))).toBe(true);
    expect(portalKeyHint(key)).toHaveLength(8);
  });

  it.each([
    ['the same', 'ab'.repeat(32), 'ab'.repeat(32), true],
    ['another', 'ab'.repeat(32), 'ac'.repeat(32), false],
    ['a shorter one', 'ab'.repeat(32), 'ab', false],
    ['none at all', '', '', false],
  ])('%s is told from the stored one', (_, a, b, same) => {
    expect(sameKeyHash(a, b)).toBe(same);
  });
});
