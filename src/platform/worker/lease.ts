import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { kvRow } from '../database/kv-row';
import { inTransaction } from '../database/transaction';

/** A leader that is not heard of for this long is taken to be dead. */
export const LEADER_MS = 10_000;
const KEY = 'lease:worker';

interface Beat {
  holder: string;
  /** New with every sign of life; empty when it was handed back. */
  beat: string;
}

export interface Leadership {
  /**
   * Says that this worker lives, or looks whether the leader does. Call it every second or so.
   * Returns whether this worker leads.
   */
  look(): Promise<boolean>;
  /** Still within the lease, by this process's own clock. */
  leads(): boolean;
  /** Another number when somebody else may have led since: what was held from before is stale. */
  term(): number;
  /** Lets another take over at once; this one does not lead again. */
  handBack(): Promise<void>;
}

/** SQLite has one writing process: its worker has nobody beside it. */
export const ALONE: Leadership = {
  look: () => Promise.resolve(true),
  leads: () => true,
  term: () => 1,
  handBack: () => Promise.resolve(),
};

async function write(req: PayloadRequest, id: string | undefined, data: Beat): Promise<void> {
  const entry = { key: KEY, data: { ...data } };
  const { payload } = req;
  if (id === undefined)
    await payload.create({ collection: 'payload-kv', data: entry, depth: 0, req });
  else await payload.update({ collection: 'payload-kv', id, data: entry, depth: 0, req });
}

/** Runs looks one after the other: a slow one must not say the opposite of what came after it. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/**
 * One worker leads, others stand by. No two clocks are compared: who stands by takes over after it
 * has itself seen no new beat for {@link LEADER_MS}; who leads stops when that long has passed since
 * its last beat was written. So the leader's time counts from before its write, the standby's from
 * after its read, however slow the database is. What it still has in hand then is safe by the leases
 * of the outbox, and sealing by its transaction.
 */
export function worksOnLease(payload: Payload, holder: string, leaderMs = LEADER_MS): Leadership {
  let seen: Beat | undefined;
  let seenAt = performance.now();
  let ledAt: number | undefined;
  let term = 0;
  let ended = false;
  const inTurn = createTurns();
  const leads = () => ledAt !== undefined && performance.now() - ledAt < leaderMs;

  async function take(began: number): Promise<'kept' | 'taken' | undefined> {
    return await inTransaction({ payload }, async (req) => {
      const row = await kvRow<Beat>(req, KEY);
      const mine = row?.data.holder === holder;
      const free = !row || mine || row.data.beat === '';
      const silent = row?.data.beat === seen?.beat && began - seenAt >= leaderMs;
      if (row && row.data.beat !== seen?.beat) {
        seen = row.data;
        seenAt = performance.now();
      }
      if (!free && !silent) return undefined;
      await write(req, row?.id, { holder, beat: randomUUID() });
      return mine ? 'kept' : 'taken';
    });
  }

  async function look(): Promise<boolean> {
    if (ended) return false;
    const began = performance.now();
    const took = await take(began);
    if (took === 'taken') term += 1;
    ledAt = took ? began : undefined;
    return leads();
  }

  async function handBack(): Promise<void> {
    ended = true;
    if (!leads()) return;
    ledAt = undefined;
    await inTransaction({ payload }, async (req) => {
      const row = await kvRow<Beat>(req, KEY);
      if (row?.data.holder === holder) await write(req, row.id, { holder, beat: '' });
    });
  }

  return { leads, term: () => term, look: () => inTurn(look), handBack: () => inTurn(handBack) };
}
