import { describe, expect, it } from 'vitest';
import { etagMatches, isNotModified } from './conditional';

describe('If-None-Match', () => {
  it('matches any of a list, weak or strong, and the star', () => {
    expect(etagMatches('"a", W/"b"', '"b"')).toBe(true);
    expect(etagMatches('*', '"b"')).toBe(true);
    expect(etagMatches('"a"', '"b"')).toBe(false);
    expect(etagMatches('b', '"b"')).toBe(false);
  });

  it('silences If-Modified-Since', () => {
    const lastModified = 'Wed, 01 Apr 2026 02:15:00 GMT';
    const asked = { ifModifiedSince: lastModified, etag: '"b"', lastModified };
    expect(isNotModified({ ...asked, ifNoneMatch: undefined })).toBe(true);
    expect(isNotModified({ ...asked, ifNoneMatch: '"a"' })).toBe(false);
  });

  it('ignores a moment that is none', () => {
    const asked = { ifNoneMatch: undefined, ifModifiedSince: 'yesterday', etag: '"b"' };
    expect(isNotModified({ ...asked, lastModified: 'Wed, 01 Apr 2026 02:15:00 GMT' })).toBe(false);
  });
});
