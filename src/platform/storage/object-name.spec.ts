import { describe, expect, it } from 'vitest';
import { derivedKey, objectKey, objectName } from './object-name';

const sha256 = 'ab'.repeat(32);

describe('objectName', () => {
  it.each([
    [`content/ab/${sha256}`, 'files'],
    [`evidence/ab/${sha256}`, 'evidence'],
    [`derived/ab/${sha256}/text.txt`, 'files'],
    [`derived/ab/${sha256}/thumb.webp`, 'files'],
    [`content/ab/${sha256}.0b8f7c1e-1111-4222-8333-444455556666.part`, undefined],
    [`derived/ab/${sha256}/text.txt.0b8f7c1e-1111-4222-8333-444455556666.part`, undefined],
  ])('knows whose records name %s', (key, collection) => {
    expect(objectName(key)).toEqual({ sha256, collection });
  });

  it('knows the keys that are made here', () => {
    const made = [
      objectKey('content', sha256),
      objectKey('evidence', sha256),
      derivedKey(sha256, 'text.txt'),
      derivedKey(sha256, 'thumb.webp'),
    ];
    for (const key of made) expect(objectName(key)?.sha256, key).toBe(sha256);
  });

  it.each([
    'readme.txt',
    'content/ab/short',
    `content/ab/${sha256}.bak`,
    `content/ab/${sha256}/text.txt`,
    `derived/ab/${sha256}`,
    `backup/ab/${sha256}`,
  ])('leaves %s to whoever put it there', (key) => {
    expect(objectName(key)).toBeUndefined();
  });
});
