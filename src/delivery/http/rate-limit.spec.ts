import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimiter } from './rate-limit';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the rate limit', () => {
  it('lets a minute through at once, then says how long it is until the next', async () => {
    const limiter = createRateLimiter(60);
    const burst = await Promise.all(Array.from({ length: 61 }, () => limiter.take('a')));
    expect(burst.slice(0, 60).every((wait) => wait === 0)).toBe(true);
    expect(burst[60]).toBe(60);
    await vi.advanceTimersByTimeAsync(20_500);
    expect(await limiter.take('a')).toBe(40);
    await vi.advanceTimersByTimeAsync(39_500);
    expect(await limiter.take('a')).toBe(0);
  });

  it('counts each address by itself', async () => {
    const limiter = createRateLimiter(1);
    expect(await limiter.take('a')).toBe(0);
    expect(await limiter.take('a')).toBe(60);
    expect(await limiter.take('b')).toBe(0);
  });

  it('remembers so many addresses and no more, the latest', async () => {
    const limiter = createRateLimiter(1, 2);
    for (const who of ['a', 'b', 'c']) expect(await limiter.take(who)).toBe(0);
    expect([await limiter.take('c'), await limiter.take('b')]).toEqual([60, 60]);
    expect(await limiter.take('a')).toBe(0);
  });
});
