import { createHmac } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterMongo,
  type IRateLimiterOptions,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';

/** Set by our own server on every request it passes on, whatever the client sent under this name. */
export const CLIENT_ADDRESS = 'x-kho-client-address';

const QUARTER_S = 15 * 60;
const HOUR_S = 60 * 60;
/** Memory's timers reach no further than 24 days. */
const REMEMBERED_S = 20 * 24 * HOUR_S;

/** Wrong passwords within so many seconds; right ones are not counted. */
export const SIGN_IN_LIMITS = {
  /** One account from one address or device. */
  pair: { points: 10, duration: QUARTER_S },
  /** One address, all accounts together that nobody signed in to from there: not an office's own. */
  address: { points: 60, duration: QUARTER_S },
  /** One account from all addresses at which its person never signed in, together. */
  strangers: { points: 50, duration: HOUR_S },
} as const;

export interface Attempt {
  account: string;
  address: string;
  /** A browser in which this account was signed in to before. */
  device: string | undefined;
}

export interface SignInLimits {
  /** Counts a try before it is made. Answers for how many seconds to wait; 0: it may be made. */
  take(attempt: Attempt): Promise<number>;
  /** It was the right password: the try is forgotten, and where it came from is remembered. */
  succeeded(attempt: Attempt): Promise<void>;
}

/** As Payload compares it. */
export const accountName = (email: unknown): string =>
  typeof email === 'string' ? email.toLowerCase().trim().normalize('NFC') : '';

type Counter = keyof typeof SIGN_IN_LIMITS | 'known';
type Make = (options: IRateLimiterOptions) => RateLimiterAbstract;

/** For one process: on SQLite there is one that people sign in to. */
export const inMemory: Make = (options) => new RateLimiterMemory(options);

/** For several: counters in a collection that empties itself. While it fails, each process counts alone. */
export function inMongodb(client: unknown, dbName: string): Make {
  return (options) =>
    new RateLimiterMongo({
      ...options,
      storeClient: client,
      dbName,
      tableName: 'sign-in-limits',
      insuranceLimiter: new RateLimiterMemory(options),
    });
}

/** Who is counted where; the counters hold neither names nor addresses, only their keyed digests. */
function keysOf(secret: string, { account, address, device }: Attempt) {
  const key = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
  return {
    pair: key('pair', account, device ? `device ${device}` : address),
    address: key('address', address),
    strangers: key('account', account),
    known: key('known', account, address),
  };
}

function secondsLeft(refused: unknown): number {
  const { msBeforeNext } = refused as Partial<RateLimiterRes>;
  if (msBeforeNext === undefined) throw refused;
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/**
 * Wrong passwords slow down whoever tries them, where they try them. An account at an address or on a
 * device from which its person signed in before has one counter, its own: what is tried at other
 * accounts of that address, or at this one from elsewhere, is none of it.
 */
export function createSignInLimits({ make, secret }: { make: Make; secret: string }): SignInLimits {
  const counters = {
    pair: make({ keyPrefix: 'pair', ...SIGN_IN_LIMITS.pair }),
    address: make({ keyPrefix: 'address', ...SIGN_IN_LIMITS.address }),
    strangers: make({ keyPrefix: 'strangers', ...SIGN_IN_LIMITS.strangers }),
    known: make({ keyPrefix: 'known', points: 1, duration: REMEMBERED_S }),
  } satisfies Record<Counter, RateLimiterAbstract>;

  /** The narrowest first: a try that it refuses is not counted against a whole office. */
  async function counted(attempt: Attempt, known: string) {
    const own = attempt.device !== undefined || (await counters.known.get(known)) !== null;
    return own ? (['pair'] as const) : (['pair', 'address', 'strangers'] as const);
  }

  return {
    async take(attempt) {
      const keys = keysOf(secret, attempt);
      const taken: (keyof typeof SIGN_IN_LIMITS)[] = [];
      for (const counter of await counted(attempt, keys.known)) {
        try {
          await counters[counter].consume(keys[counter]);
          taken.push(counter);
        } catch (refused) {
          // The try is not made: the others forget it.
          for (const each of taken) await counters[each].reward(keys[each]);
          return secondsLeft(refused);
        }
      }
      return 0;
    },
    async succeeded(attempt) {
      const keys = keysOf(secret, attempt);
      for (const counter of await counted(attempt, keys.known)) {
        if (counter === 'pair') await counters.pair.delete(keys.pair);
        else await counters[counter].reward(keys[counter]);
      }
      await counters.known.set(keys.known, 1, REMEMBERED_S);
    },
  };
}
