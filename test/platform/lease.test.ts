import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { worksOnLease } from '../../src/platform/worker/lease';
import { startApp, type TestApp } from '../helpers/app';

const LEASE = 1_500;
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.payload.db.deleteMany({ collection: 'payload-kv', where: {} });
});

const worker = (name: string) => worksOnLease(app.payload, name, LEASE);
/** The next transaction begins only after `first`, as on a database that is slow to answer. */
function holdNextTransaction(first: () => Promise<unknown>): void {
  const { db } = app.payload;
  const begin = db.beginTransaction.bind(db);
  vi.spyOn(db, 'beginTransaction').mockImplementationOnce(async (...options) => {
    await first();
    return await begin(...options);
  });
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('of several workers', () => {
  it('one leads, however many look at the same moment', async () => {
    const all = ['a', 'b', 'c', 'd'].map(worker);
    const looks = await Promise.allSettled(all.map((one) => one.look()));
    const leading = all.filter((one) => one.leads());
    expect(leading).toHaveLength(1);
    // Who lost the race may have been refused by the database: it does not lead either.
    expect(looks.filter((look) => look.status === 'fulfilled' && look.value)).toHaveLength(1);
  });

  it('the leader stays as long as it beats', async () => {
    const [leader, standby] = [worker('a'), worker('b')];
    await leader.look();
    for (let n = 0; n < 6; n += 1) {
      expect(await standby.look()).toBe(false);
      await wait(LEASE / 3);
      expect(await leader.look()).toBe(true);
    }
  });

  it('the standby takes over from one that fell silent, which has stopped by then', async () => {
    const [leader, standby] = [worker('a'), worker('b')];
    await leader.look();
    expect(await standby.look()).toBe(false);
    await wait(LEASE + 200);
    expect(leader.leads()).toBe(false);
    expect(await standby.look()).toBe(true);
    expect(await leader.look()).toBe(false);
    expect(standby.leads()).toBe(true);
  });

  it('one that stops hands back, and another leads at once', async () => {
    const [leader, standby] = [worker('a'), worker('b')];
    await leader.look();
    expect(await standby.look()).toBe(false);
    await leader.handBack();
    expect(leader.leads()).toBe(false);
    expect(await standby.look()).toBe(true);
  });

  it('a standby counts the silence from what it read, not from when it began to ask', async () => {
    const [leader, standby] = [worker('a'), worker('b')];
    await leader.look();
    holdNextTransaction(async () => {
      await wait(LEASE * 0.8);
      await leader.look();
    });
    expect(await standby.look()).toBe(false);
    await wait(LEASE * 0.4);
    expect(leader.leads()).toBe(true);
    expect(await standby.look()).toBe(false);
  });

  it('one that stops while it is looking does not take the lead again', async () => {
    const [leader, standby] = [worker('a'), worker('b')];
    await leader.look();
    holdNextTransaction(() => wait(LEASE / 3));
    const looking = leader.look();
    await wait(1); // the look is under way
    await leader.handBack();
    await looking;
    expect(leader.leads()).toBe(false);
    expect(await standby.look()).toBe(true);
    expect(await leader.look()).toBe(false);
  });
});
