import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createSignInLimits,
  inMemory,
  inMongodb,
  SIGN_IN_LIMITS,
  type Attempt,
  type SignInLimits,
} from '../../src/platform/sign-in/limits';

const { pair, address: perAddress, strangers } = SIGN_IN_LIMITS;
const mongodb = process.env.TEST_DATABASE_URL?.startsWith('mongodb')
  ? new MongoClient(process.env.TEST_DATABASE_URL)
  : undefined;
const dbName = `sign_in_${randomUUID().slice(0, 8)}`;

/** The same rules in memory or, where one is given, in MongoDB by two processes at once. */
const KINDS = [mongodb ? 'mongodb' : 'memory'] as const;

describe.each(KINDS)('the limits of signing in, counted in %s', (kind) => {
  let here: SignInLimits;
  /** Another process of the same house; in memory there is none. */
  let there: SignInLimits;
  let n = 0;
  beforeAll(async () => {
    await mongodb?.connect();
  });
  afterAll(async () => {
    await mongodb?.db(dbName).dropDatabase();
    await mongodb?.close();
  });
  beforeEach(() => {
    const secret = randomUUID();
    const make = kind === 'mongodb' ? inMongodb(mongodb, dbName) : inMemory;
    here = createSignInLimits({ make, secret });
    there = kind === 'mongodb' ? createSignInLimits({ make, secret }) : here;
  });

  const by = (account: string, address: string, device?: string): Attempt => ({
    account,
    address,
    device,
  });
  /** How many of so many tries may be made. */
  const allowed = async (count: number, attempt: (n: number) => Attempt) => {
    // The first makes the counter: MongoDB may make it twice when two are first.
    const first = await here.take(attempt(0));
    const waits = Array.from({ length: count - 1 }, (_, i) =>
      ((n += 1) % 2 ? here : there).take(attempt(i + 1)),
    );
    return [first, ...(await Promise.all(waits))].filter((wait) => wait === 0).length;
  };

  it('let one address try one account ten times, and one address sixty times in all', async () => {
    expect(await allowed(pair.points + 3, () => by('a', '1.1.1.1'))).toBe(pair.points);
    expect(await here.take(by('a', '1.1.1.1'))).toBeGreaterThan(pair.duration - 60);
    expect(await allowed(1, () => by('a', '1.1.1.2'))).toBe(1);
    const many = await allowed(perAddress.points + 4, (i) => by(`b${String(i)}`, '2.2.2.2'));
    expect(many).toBe(perAddress.points);
  });

  it('slow strangers to an account, whatever their addresses, and never its person', async () => {
    await here.take(by('a', '1.1.1.1'));
    await here.succeeded(by('a', '1.1.1.1'));
    const stranger = (i: number) => by('a', `9.9.${String(Math.floor(i / 5))}.1`);
    expect(await allowed(strangers.points + 5, stranger)).toBe(strangers.points);
    expect(await there.take(by('a', '9.9.200.1'))).toBeGreaterThan(0);
    expect(await there.take(by('a', '1.1.1.1'))).toBe(0);
    expect(await there.take(by('a', '9.9.200.1', 'of the person'))).toBe(0);
    // What a stranger tries at another account is none of this.
    expect(await there.take(by('b', '9.9.200.1'))).toBe(0);
  });

  const signedIn = async (account: string, address: string) => {
    await here.take(by(account, address));
    await here.succeeded(by(account, address));
  };

  it('stop nobody of an office behind one address by what one there tries at many accounts', async () => {
    const office = ['lan', 'minh', 'hoa'];
    for (const account of office) await signedIn(account, '7.7.7.7');
    await allowed(perAddress.points + 5, (i) => by(`x${String(i)}`, '7.7.7.7'));
    expect(await there.take(by('newcomer', '7.7.7.7'))).toBeGreaterThan(0);
    for (const account of office) expect(await there.take(by(account, '7.7.7.7'))).toBe(0);
  });

  it('stop only the one account that somebody of the office guesses at, and only there', async () => {
    for (const account of ['lan', 'minh']) await signedIn(account, '7.7.7.7');
    expect(await allowed(perAddress.points + 5, () => by('lan', '7.7.7.7'))).toBe(pair.points);
    expect(await allowed(perAddress.points, () => by('new', '7.7.7.7'))).toBe(pair.points);
    expect(await there.take(by('lan', '7.7.7.7'))).toBeGreaterThan(0);
    expect(await there.take(by('lan', '7.7.7.7', 'of lan'))).toBe(0);
    expect(await there.take(by('lan', '1.1.1.1'))).toBe(0);
    for (const account of ['minh', 'newcomer']) {
      expect(await there.take(by(account, '7.7.7.7'))).toBe(0);
    }
  });

  it('do not count against an account what its address refused', async () => {
    await allowed(perAddress.points, (i) => by(`x${String(i)}`, '7.7.7.7'));
    expect(await allowed(pair.points, () => by('newcomer', '7.7.7.7'))).toBe(0);
    for (let i = 0; i <= pair.points; i += 1) await here.succeeded(by(`x${String(i)}`, '7.7.7.7'));
    expect(await there.take(by('newcomer', '7.7.7.7'))).toBe(0);
  });

  it('count a known device for itself, ten times as well', async () => {
    await allowed(perAddress.points, (i) => by(`b${String(i)}`, '1.1.1.1'));
    expect(await here.take(by('a', '1.1.1.1'))).toBeGreaterThan(0);
    const onDevice = await allowed(pair.points + 1, () => by('a', '1.1.1.1', 'device'));
    expect(onDevice).toBe(pair.points);
  });

  it('do not count right passwords', async () => {
    for (let i = 0; i < perAddress.points + 4; i += 1) {
      const person = by(`p${String(i % 8)}`, '1.1.1.1');
      expect(await here.take(person)).toBe(0);
      await there.succeeded(person);
    }
  });
});
