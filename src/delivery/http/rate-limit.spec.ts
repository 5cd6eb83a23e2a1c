import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limit';

describe('the rate limit', () => {
  it('lets a minute through at once, then keeps the pace', () => {
    const limiter = createRateLimiter(60);
    const burst = Array.from({ length: 61 }, () => limiter.take('a', 0));
    expect(burst.slice(0, 60).every((wait) => wait === 0)).toBe(true);
    expect(burst[60]).toBe(1);
    expect(limiter.take('a', 1_000)).toBe(0);
    expect(limiter.take('a', 1_000)).toBe(1);
  });

  it('counts each address by itself', () => {
    const limiter = createRateLimiter(1);
    expect(limiter.take('a', 0)).toBe(0);
    expect(limiter.take('a', 0)).toBe(60);
    expect(limiter.take('b', 0)).toBe(0);
  });
});
