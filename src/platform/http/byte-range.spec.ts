import { describe, expect, it } from 'vitest';
import { wantedRange } from './byte-range';

const file = { size: 100, etag: '"tag"', lastModified: 'Wed, 01 Apr 2026 02:15:00 GMT' };
const ask = (range: string | undefined, ifRange?: string) =>
  wantedRange({ ...file, range, ifRange });

describe('the range of a file', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=50-500', { start: 50, end: 99 }],
  ])('%s', (range, wanted) => {
    expect(ask(range)).toMatchObject(wanted);
  });

  it.each([undefined, 'bytes=0-1,5-9', 'bytes=abc', 'bytes=', 'bytes=-', 'lines=1-2', 'bytes=9-1'])(
    '%s gets the whole',
    (range) => {
      expect(ask(range)).toBeUndefined();
    },
  );

  it.each(['bytes=100-', 'bytes=-0', 'bytes=500-600', 'bytes=100-,200-300'])(
    '%s cannot be satisfied',
    (range) => {
      expect(() => ask(range)).toThrow('range_not_satisfiable');
    },
  );

  it('holds only while If-Range still fits', () => {
    expect(ask('bytes=0-9', '"tag"')).toBeDefined();
    expect(ask('bytes=0-9', file.lastModified)).toBeDefined();
    expect(ask('bytes=0-9', '"other"')).toBeUndefined();
    expect(ask('bytes=0-9', 'W/"tag"')).toBeUndefined();
  });
});
