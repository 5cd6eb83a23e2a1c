import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

export interface NoticeLimit {
  /** Counts one notice. Seconds to wait; 0 when it may be written. */
  take(address: string): Promise<number>;
}

const HOUR_S = 3_600;

/**
 * Anybody may complain, nobody may flood: so many notices an hour from one address, and however many
 * addresses there are, so many in all to one process.
 */
export function createNoticeLimit(perHour: number, inAll = perHour * 30): NoticeLimit {
  const own = new RateLimiterMemory({ keyPrefix: 'notice', points: perHour, duration: HOUR_S });
  const all = new RateLimiterMemory({ keyPrefix: 'notices', points: inAll, duration: HOUR_S });
  return {
    async take(address) {
      try {
        await own.consume(address);
        await all.consume('all');
        return 0;
      } catch (refused) {
        const { msBeforeNext } = refused as Partial<RateLimiterRes>;
        if (msBeforeNext === undefined) throw refused;
        return Math.max(1, Math.ceil(msBeforeNext / 1000));
      }
    },
  };
}
