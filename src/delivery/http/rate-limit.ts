import { LRUCache } from 'lru-cache';

export interface RateLimiter {
  /** Seconds to wait; 0 when the request may pass. */
  take(address: string, nowMs: number): number;
  /** `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). */
  readonly policy: string;
}

interface Bucket {
  tokens: number;
  at: number;
}

const MOST_ADDRESSES = 20_000;

/** A token bucket an address: a minute's worth at once, then at the steady pace. */
export function createRateLimiter(perMinute: number): RateLimiter {
  const buckets = new LRUCache<string, Bucket>({ max: MOST_ADDRESSES });
  const perMs = perMinute / 60_000;
  return {
    policy: `"default";q=${String(perMinute)};w=60`,
    take(address, nowMs) {
      let bucket = buckets.get(address);
      if (bucket) {
        bucket.tokens = Math.min(perMinute, bucket.tokens + (nowMs - bucket.at) * perMs);
        bucket.at = nowMs;
      } else {
        bucket = { tokens: perMinute, at: nowMs };
        buckets.set(address, bucket);
      }
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000));
      bucket.tokens -= 1;
      return 0;
    },
  };
}
