import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest, Where } from 'payload';
import { now } from '../clock';
import { inTransaction } from '../database/transaction';
import { isAppError } from '../errors';
import { getLogger } from '../logger';

export interface OutboxRow {
  id: string;
  topic: string;
  key: string;
  data: Record<string, unknown>;
  attempts: number;
  createdAt: string;
}

/** Does one effect. Must be idempotent: after a crash it runs again. */
export type Handler = (row: OutboxRow) => Promise<void>;
export type Handlers = Record<string, Handler>;

export const LEASE_MS = 30_000;
/** No effect takes longer, of the largest film: one that still has not ended never will. */
const LONGEST_EFFECT_MS = 60 * 60 * 1_000;
/** With an hour between the later ones: about a day and a half of patience. */
const MAX_ATTEMPTS = 40;
const BATCH = 20;
const PAGE = 200;

/** 1 s, 2 s, 4 s … an hour at most. */
function backoff(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 3_600_000);
}

interface Due extends OutboxRow {
  availableAt: string;
  leaseUntil?: string | null;
}

const dueBy = (moment: string): Where => ({
  and: [{ status: { equals: 'pending' } }, { availableAt: { less_than_equal: moment } }],
});

/** First come first, a page at a time: however much waits behind one key, the others get their turn. */
async function* dueRows(req: PayloadRequest, moment: string): AsyncGenerator<Due> {
  for (let page = 1; ; page += 1) {
    const found = await req.payload.find({
      collection: 'outbox',
      where: dueBy(moment),
      sort: ['createdAt', 'id'],
      limit: PAGE,
      page,
      depth: 0,
      req,
    });
    yield* found.docs as unknown as Due[];
    if (!found.hasNextPage) return;
  }
}

/** Which of them may be done now: leased by nobody, at most one a key, so that order is kept. */
async function choose(req: PayloadRequest, moment: string): Promise<Due[]> {
  const chosen: Due[] = [];
  const busy = new Set<string>();
  for await (const row of dueRows(req, moment)) {
    // A schedule is an alarm of its own: it waits for nobody, and nobody for it.
    const scheduled = row.topic === 'publication.scheduled';
    if (!scheduled && busy.has(row.key)) continue;
    if (!scheduled) busy.add(row.key);
    if (row.leaseUntil && row.leaseUntil > moment) continue;
    if (!scheduled && (await waitsForEarlier(req, row, moment))) continue;
    chosen.push(row);
    if (chosen.length >= BATCH) break;
  }
  return chosen;
}

async function claim(payload: Payload, worker: string): Promise<OutboxRow[]> {
  const moment = now();
  const where = dueBy(moment.toISOString());
  if ((await payload.count({ collection: 'outbox', where })).totalDocs === 0) return [];
  return await inTransaction({ payload }, async (req) => {
    const claimed: OutboxRow[] = [];
    for (const row of await choose(req, moment.toISOString())) {
      if (row.attempts >= MAX_ATTEMPTS) {
        // It took its worker down every time: nobody is left to write that it failed.
        await giveUp(req, row);
        continue;
      }
      const attempts = row.attempts + 1;
      const leaseUntil = new Date(moment.getTime() + LEASE_MS).toISOString();
      const data = { leasedBy: worker, leaseUntil, attempts };
      await payload.update({ collection: 'outbox', id: row.id, data, depth: 0, req });
      claimed.push({ ...row, attempts });
    }
    return claimed;
  });
}

/** An earlier effect of the same key is being tried again later: this one keeps its place. */
async function waitsForEarlier(req: PayloadRequest, row: Due, moment: string): Promise<boolean> {
  const earlier = await req.payload.count({
    collection: 'outbox',
    where: {
      and: [
        { key: { equals: row.key } },
        { status: { equals: 'pending' } },
        { topic: { not_equals: 'publication.scheduled' } },
        { createdAt: { less_than: row.createdAt } },
        { availableAt: { greater_than: moment } },
      ],
    },
    req,
  });
  return earlier.totalDocs > 0;
}

/** What was not begun: no attempt, no lease. */
async function giveBack(payload: Payload, worker: string, rows: OutboxRow[]): Promise<void> {
  for (const { id, attempts } of rows) {
    await payload.update({
      collection: 'outbox',
      where: { and: [{ id: { equals: id } }, { leasedBy: { equals: worker } }] },
      data: { leasedBy: null, leaseUntil: null, attempts: attempts - 1 },
      depth: 0,
    });
  }
}

async function giveUp(req: PayloadRequest, row: OutboxRow): Promise<void> {
  await req.payload.update({
    collection: 'outbox',
    id: row.id,
    data: { status: 'failed', leasedBy: null, leaseUntil: null },
    depth: 0,
    req,
  });
}

/** Work may last longer than a lease: the one under way and those that wait behind it stay ours. */
async function renew(payload: Payload, worker: string, rows: OutboxRow[]): Promise<void> {
  const leaseUntil = new Date(now().getTime() + LEASE_MS).toISOString();
  try {
    await payload.update({
      collection: 'outbox',
      where: { and: [{ id: { in: rows.map(({ id }) => id) } }, { leasedBy: { equals: worker } }] },
      data: { leaseUntil },
      depth: 0,
    });
  } catch (error) {
    getLogger().warn({ err: error }, 'leases were not renewed');
  }
}

/** Nothing will change by trying it again: all attempts are used up, or nobody can read what it asks. */
function isDead(row: OutboxRow, error: unknown): boolean {
  return row.attempts >= MAX_ATTEMPTS || (isAppError(error) && error.code === 'effect_unreadable');
}

function logFailure(row: OutboxRow, error: unknown): void {
  const { topic, key, attempts } = row;
  const about = { err: error, topic, key, attempts };
  if (isDead(row, error)) getLogger().error(about, 'an effect failed and was given up');
  else getLogger().warn(about, 'an effect failed and will be tried again');
}

/** Notes how it ended, unless the lease was lost meanwhile: then it is another worker's to say. */
async function finish(
  payload: Payload,
  worker: string,
  row: OutboxRow,
  error: unknown,
): Promise<void> {
  const failed = error !== undefined;
  const dead = failed && isDead(row, error);
  const status = failed ? (dead ? 'failed' : 'pending') : 'done';
  await payload.update({
    collection: 'outbox',
    where: { and: [{ id: { equals: row.id } }, { leasedBy: { equals: worker } }] },
    data: {
      status,
      leasedBy: null,
      leaseUntil: null,
      ...(failed
        ? {
            lastError: String(error).slice(0, 1_000),
            availableAt: new Date(now().getTime() + backoff(row.attempts)).toISOString(),
          }
        : { doneAt: now().toISOString(), lastError: null }),
    },
    depth: 0,
  });
}

/**
 * One round: leases what is due and does it, each effect at least once and in order per key. A
 * worker that was killed leaves leases that run out by themselves. Returns how many were done.
 */
export async function runOutbox(input: {
  payload: Payload;
  handlers: Handlers;
  worker?: string;
  /**
   * Called before each effect and every ten seconds of it, from a timer beside it: a supervisor sees
   * that a busy worker lives, and that one whose thread is stuck, or waits for ever, does not.
   */
  onProgress?: () => void;
  /** Asked before each effect; what is left then is given back for whoever comes next. */
  goOn?: () => boolean;
}): Promise<number> {
  const { payload, handlers, worker = randomUUID(), onProgress, goOn } = input;
  const rows = await claim(payload, worker);
  for (const [index, row] of rows.entries()) {
    if (goOn?.() === false) {
      await giveBack(payload, worker, rows.slice(index));
      return index;
    }
    onProgress?.();
    const began = performance.now();
    const renewal = setInterval(() => {
      if (performance.now() - began < LONGEST_EFFECT_MS) onProgress?.();
      void renew(payload, worker, rows.slice(index));
    }, LEASE_MS / 3);
    let failure: unknown;
    try {
      const handler = handlers[row.topic];
      if (!handler) throw new Error(`nobody handles topic ${row.topic}`);
      await handler(row);
    } catch (error) {
      failure = error ?? new Error('unknown');
      logFailure(row, failure);
    }
    clearInterval(renewal);
    await finish(payload, worker, row, failure);
  }
  return rows.length;
}
