import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

export interface RateLimiter {
  /** Counts one request. Seconds to wait; 0 when it may pass. */
  take(who: string): Promise<number>;
  /** `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers). */
  readonly policy: string;
}

const MINUTE_S = 60;
const MOST_COUNTED = 20_000;

/** So many requests in a minute, all at once if the client likes; the minute begins with the first of them. */
export function createRateLimiter(perMinute: number, most = MOST_COUNTED): RateLimiter {
  const limiter = new RateLimiterMemory({
    keyPrefix: '',
    points: perMinute,
    duration: MINUTE_S,
  });
  // The library keeps an entry and a timer for whoever came within the minute, however many they are.
  const counted = new LRUCache<string, true>({
    max: most,
    dispose: (_, who) => void limiter.delete(who),
  });
  const passed = (who: string, { isFirstInDuration }: RateLimiterRes): number => {
    if (isFirstInDuration) counted.set(who, true);
    return 0;
  };
  return {
    policy: `"default";q=${String(perMinute)};w=${String(MINUTE_S)}`,
    // Neither async nor awaited: this stands before every ready answer.
    take: (who) => limiter.consume(who).then((count) => passed(who, count), waitOf),
  };
}

/** Throws whatever is no refusal of the limiter. */
function waitOf(refused: Partial<RateLimiterRes>): number {
  const { msBeforeNext } = refused;
  if (msBeforeNext === undefined) throw refused;
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
