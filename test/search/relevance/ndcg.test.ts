import { describe, expect, it } from 'vitest';
import { ndcg } from './ndcg';

describe('ndcg', () => {
  const grades = { a: 3, b: 2, c: 1 };

  it('is 1 for the best order, whatever follows it', () => {
    expect(ndcg(['a', 'b', 'c', 'x'], grades)).toBe(1);
  });

  it('is what the formula says', () => {
    const ideal = 7 + 3 / Math.log2(3) + 1 / 2;
    expect(ndcg(['x', 'a', 'b'], grades)).toBeCloseTo((7 / Math.log2(3) + 3 / 2) / ideal, 12);
  });

  it('counts nothing below the depth, neither found nor ideal', () => {
    const eleven = Object.fromEntries('abcdefghijk'.split('').map((id) => [id, 1]));
    expect(ndcg('abcdefghij'.split(''), eleven)).toBe(1);
    expect(ndcg([...'0123456789', 'a'], grades)).toBe(0);
  });

  it('is 0 for nothing found, 1 where nothing is relevant', () => {
    expect(ndcg([], grades)).toBe(0);
    expect(ndcg(['x'], {})).toBe(1);
  });
});
