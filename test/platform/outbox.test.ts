import { describe, expect, it, vi } from 'vitest';
import { inTransaction } from '../../src/platform/database/transaction';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { retryFailed } from '../../src/platform/outbox/retry-failed';
import {
  LEASE_MS,
  runOutbox,
  type Handlers,
  type OutboxRow,
} from '../../src/platform/worker/run-outbox';
import { useOutbox } from '../helpers/outbox';

const { payload, start, later, round, ask, rows } = useOutbox();

function recorder(fail: (row: OutboxRow) => boolean = () => false) {
  const done: string[] = [];
  const handlers: Handlers = {
    test: (row) => {
      if (fail(row)) return Promise.reject(new Error('nicht now'));
      done.push(`${row.key}${String(row.data.n)}`);
      return Promise.resolve();
    },
  };
  return { done, handlers };
}

describe('asking for an effect', () => {
  it('is part of the change: rolled back with it', async () => {
    const work = inTransaction({ payload: payload() }, async (req) => {
      await enqueue({ payload: payload(), req, topic: 'test', key: 'a', data: {} });
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);
  });
});

describe('the worker', () => {
  it('does the effects of one key in order, one a round, and different keys beside each other', async () => {
    for (const [key, n] of [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['a', 3],
    ] as const)
      await ask(key, n);
    const { done, handlers } = recorder();
    expect(await round(handlers)).toBe(2);
    expect(done).toEqual(['a1', 'b1']);
    while ((await round(handlers)) > 0);
    expect(done.filter((entry) => entry.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect((await rows()).every(({ status, doneAt }) => status === 'done' && doneAt)).toBe(true);
  });

  it('does nothing before its time', async () => {
    await ask('a', 1, { availableAt: new Date(start() + 60_000) });
    const { done, handlers } = recorder();
    expect(await round(handlers)).toBe(0);
    later(61_000);
    expect(await round(handlers)).toBe(1);
    expect(done).toEqual(['a1']);
  });

  it('tries a failed effect again, later and later, and holds back what follows it', async () => {
    await ask('a', 1);
    await ask('a', 2);
    let broken = true;
    const { done, handlers } = recorder(({ data }) => broken && data.n === 1);
    const waits: number[] = [];
    let clock = 0;
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect(await round(handlers)).toBe(1);
      const [first] = await rows();
      expect(first).toMatchObject({ status: 'pending', attempts: attempt, leasedBy: null });
      expect(first?.lastError).toContain('nicht now');
      const wait = new Date(first?.availableAt ?? 0).getTime() - (start() + clock);
      waits.push(wait);
      // Not a moment before.
      later(clock + wait - 500);
      expect(await round(handlers)).toBe(0);
      clock += wait + 500;
      later(clock);
    }
    for (const [index, wait] of waits.slice(1).entries()) {
      expect(wait).toBeGreaterThan(1.5 * ((waits[index] ?? 0) - 900));
    }
    expect(waits[3]).toBeGreaterThanOrEqual(8_000);
    expect(done).toEqual([]);
    broken = false;
    await round(handlers);
    await round(handlers);
    expect(done).toEqual(['a1', 'a2']);
  });

  it('leaves an effect to whoever holds its lease when its own ran out meanwhile', async () => {
    await ask('a', 1);
    const second = recorder();
    const slow: Handlers = {
      test: async () => {
        later(LEASE_MS + 1_000);
        expect(await round(second.handlers, 'second')).toBe(1);
        throw new Error('too late to matter');
      },
    };
    expect(await round(slow, 'first')).toBe(1);
    expect(second.done).toEqual(['a1']);
    expect(await rows()).toMatchObject([{ status: 'done', lastError: null }]);
  });

  it('shows before each effect that it lives', async () => {
    for (const key of ['a', 'b', 'c']) await ask(key, 1);
    let signs = 0;
    const { handlers } = recorder();
    await runOutbox({ payload: payload(), handlers, onProgress: () => (signs += 1) });
    expect(signs).toBe(3);
  });

  it('shows that it lives through the longest effect, by a timer that a stuck thread does not run', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await ask('a', 1);
      let signs = 0;
      const seen: number[] = [];
      const long = async () => {
        for (let n = 0; n < 6; n += 1) {
          await vi.advanceTimersByTimeAsync(10_000);
          // The lease is renewed over the network meanwhile; ten seconds are plenty, none are too few.
          await new Promise((resolve) => setTimeout(resolve, 300));
        }
        seen.push(signs);
      };
      await runOutbox({
        payload: payload(),
        handlers: { test: long },
        onProgress: () => (signs += 1),
      });
      expect(seen).toEqual([1 + 6]);
      // A round that hangs outside of any effect shows nothing.
      await vi.advanceTimersByTimeAsync(5 * 60_000);
      expect(signs).toBe(7);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives up after forty attempts and says so on the row; what follows goes on', async () => {
    await ask('a', 1);
    await ask('a', 2);
    const { done, handlers } = recorder(({ data }) => data.n === 1);
    let clock = 0;
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      await round(handlers);
      clock += 3_700_000;
      later(clock);
    }
    const [first] = await rows();
    expect(first).toMatchObject({ status: 'failed', attempts: 40 });
    await round(handlers);
    expect(done).toEqual(['a2']);
  });

  it('does again what was given up, once somebody asks for it; of the topic they name', async () => {
    await ask('a', 1);
    await ask('b', 2, { topic: 'other' });
    for (const { id } of await rows()) {
      const data = { status: 'failed', attempts: 40 } as const;
      await payload().update({ collection: 'outbox', id, data });
    }
    const again = (topic?: string) =>
      inTransaction({ payload: payload() }, (req) => retryFailed(req, topic));
    expect(await again('test')).toBe(1);
    const { done, handlers } = recorder();
    await round(handlers);
    expect(done).toEqual(['a1']);
    expect(await again()).toBe(1);
    expect(await again()).toBe(0);
  });

  it('does not lose an effect that nobody handles', async () => {
    await ask('a', 1, { topic: 'unknown' });
    await round({});
    expect(await rows()).toMatchObject([{ status: 'pending', attempts: 1 }]);
  });

  it('goes on past a row that fails', async () => {
    await ask('a', 1);
    await ask('b', 1);
    const { done, handlers } = recorder(({ key }) => key === 'a');
    expect(await round(handlers)).toBe(2);
    expect(done).toEqual(['b1']);
  });
});

describe('leases', () => {
  it('let nobody take a row that a living worker holds, and everybody what a dead one left', async () => {
    await ask('a', 1);
    // A worker that claims and dies while it works: its handler never comes back, nor its timers.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    void round({ test: () => new Promise(() => undefined) }, 'dead');
    await vi.waitUntil(async () => (await rows())[0]?.leasedBy === 'dead', { timeout: 10_000 });
    vi.useRealTimers();
    const { done, handlers } = recorder();
    expect(await round(handlers, 'second')).toBe(0);
    later(LEASE_MS - 1_000);
    expect(await round(handlers, 'second')).toBe(0);
    later(LEASE_MS + 5_000);
    expect(await round(handlers, 'second')).toBe(1);
    expect(done).toEqual(['a1']);
    expect(await rows()).toMatchObject([{ status: 'done', attempts: 2 }]);
    later(10 * LEASE_MS);
    expect(await round(handlers)).toBe(0);
  });

  it('two workers at once never do the same row', async () => {
    for (let n = 0; n < 30; n += 1) await ask(`k${String(n)}-`, n);
    const { done, handlers } = recorder();
    const work = async (name: string) => {
      while ((await round(handlers, name)) > 0);
    };
    await Promise.all([work('one'), work('two')]);
    expect(done).toHaveLength(30);
    expect(new Set(done).size).toBe(30);
    expect((await rows()).every(({ attempts }) => attempts === 1)).toBe(true);
  });
});
