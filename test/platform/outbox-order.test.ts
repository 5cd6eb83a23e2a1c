import { describe, expect, it } from 'vitest';
import { LEASE_MS, type Handlers } from '../../src/platform/worker/run-outbox';
import { useOutbox } from '../helpers/outbox';

const { payload, start, later, round, ask, rows } = useOutbox();

/** Does effects and notes them; those of which `when` is true it fails. */
function doing(when: (n: unknown) => boolean = () => false) {
  const done: string[] = [];
  const effect: Handlers[string] = ({ key, data }) => {
    if (when(data.n)) return Promise.reject(new Error('not now'));
    done.push(`${key}${String(data.n)}`);
    return Promise.resolve();
  };
  return { done, handlers: { test: effect, 'publication.scheduled': effect } };
}
/** A worker that takes what is due and holds it until it is let go. */
function holding() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo, handlers: { test: () => held } };
}
/** The rows of a worker that died while it did them: its leases are still there. */
async function leaveBehind(attempts: number): Promise<void> {
  for (const { id } of await rows()) {
    const leaseUntil = new Date(start() + LEASE_MS).toISOString();
    const data = { attempts, leasedBy: 'dead', leaseUntil };
    await payload().db.updateOne({ collection: 'outbox', id, data });
  }
}

describe('an effect that takes its worker down every time', () => {
  it('is given up after forty workers, though none was left to say so', async () => {
    await ask('a', 1);
    await leaveBehind(40);
    await ask('a', 2);
    const { done, handlers } = doing();
    expect(await round(handlers)).toBe(0);
    later(LEASE_MS + 1_000);
    while ((await round(handlers)) > 0);
    // In this round it is given up, in the next what follows has its turn.
    while ((await round(handlers)) > 0);
    expect(await rows()).toMatchObject([
      { status: 'failed', attempts: 40, leasedBy: null, leaseUntil: null },
      { status: 'done' },
    ]);
    expect(done).toEqual(['a2']);
  });

  it('has its fortieth try before that', async () => {
    await ask('a', 1);
    await leaveBehind(39);
    later(LEASE_MS + 1_000);
    const { done, handlers } = doing();
    expect(await round(handlers)).toBe(1);
    expect(done).toEqual(['a1']);
    expect(await rows()).toMatchObject([{ status: 'done', attempts: 40 }]);
  });
});

describe('a later effect for the same thing', () => {
  it('waits while another worker does the earlier one; other things do not', async () => {
    await ask('a', 1);
    const slow = holding();
    const first = round(slow.handlers, 'slow');
    await expect.poll(async () => (await rows())[0]?.leasedBy).toBe('slow');
    await ask('a', 2);
    await ask('b', 1);
    const { done, handlers } = doing();
    while ((await round(handlers, 'second')) > 0);
    expect(done).toEqual(['b1']);
    slow.letGo();
    expect(await first).toBe(1);
    while ((await round(handlers, 'second')) > 0);
    expect(done).toEqual(['b1', 'a2']);
  });

  it('waits for what a dead worker left, and comes after it', async () => {
    await ask('a', 1);
    await leaveBehind(1);
    await ask('a', 2);
    const { done, handlers } = doing();
    expect(await round(handlers)).toBe(0);
    later(LEASE_MS + 1_000);
    while ((await round(handlers)) > 0);
    expect(done).toEqual(['a1', 'a2']);
  });

  it('waits while the earlier one is put off after a failure', async () => {
    await ask('a', 1);
    let broken = true;
    const { done, handlers } = doing((n) => broken && n === 1);
    expect(await round(handlers)).toBe(1);
    await ask('a', 2);
    await ask('b', 3);
    while ((await round(handlers)) > 0);
    expect(done).toEqual(['b3']);
    broken = false;
    later(5_000);
    while ((await round(handlers)) > 0);
    expect(done).toEqual(['b3', 'a1', 'a2']);
  });

  it('does not wait for a publication that is scheduled for next week', async () => {
    const week = 7 * 86_400_000;
    await ask('a', 1, { topic: 'publication.scheduled', availableAt: new Date(start() + week) });
    await ask('a', 2);
    const { done, handlers } = doing();
    while ((await round(handlers)) > 0);
    expect(done).toEqual(['a2']);
    later(week + 1_000);
    while ((await round(handlers)) > 0);
    expect(done).toEqual(['a2', 'a1']);
  });
});
