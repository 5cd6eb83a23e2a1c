import type { Payload, PayloadRequest } from 'payload';
import { now } from '../clock';
import { inTransaction } from '../database/transaction';
import { getLogger } from '../logger';

export interface Received {
  body: Record<string, unknown>;
  /** UTC moment with Z. */
  receivedAt: string;
}

/** Turns one row into documents, in the transaction that notes it as done: once, whatever happens. */
export type Receive = (req: PayloadRequest, received: Received) => Promise<void>;
export type Receivers = Record<string, Receive>;

const BATCH = 200;
/** A row that failed waits as long, so that it neither fills the log nor holds up the others. */
const AGAIN_MS = 60_000;
/** So many failed rows are left out of a look; an id each goes into its query. */
const MOST_LEFT_OUT = 5_000;

interface Row {
  id: string;
  kind: string;
  body: Record<string, unknown>;
  receivedAt: string;
  processedAt?: string | null;
}

async function receive(payload: Payload, receivers: Receivers, id: string): Promise<void> {
  await inTransaction({ payload }, async (req) => {
    const row = (await payload.findByID({
      collection: 'inbox',
      id,
      depth: 0,
      disableErrors: true,
      req,
    })) as unknown as Row | null;
    if (!row || row.processedAt) return;
    const handler = receivers[row.kind];
    if (!handler) throw new Error(`nobody receives ${row.kind}`);
    await handler(req, { body: row.body, receivedAt: row.receivedAt });
    await payload.update({
      collection: 'inbox',
      id,
      data: { processedAt: now().toISOString() },
      depth: 0,
      req,
    });
  });
}

/** The rows that failed lately: those behind them have their turn first. */
class Failed {
  private readonly until = new Map<string, number>();

  ids(): string[] {
    for (const [id, until] of this.until) if (until <= Date.now()) this.until.delete(id);
    return [...this.until.keys()].slice(0, MOST_LEFT_OUT);
  }
  has = (id: string): boolean => this.until.has(id);
  add = (id: string): void => void this.until.set(id, Date.now() + AGAIN_MS);
}

async function oldest(payload: Payload, leftOut: string[]): Promise<string[]> {
  const found = await payload.find({
    collection: 'inbox',
    where: {
      and: [
        { processedAt: { exists: false } },
        ...(leftOut.length > 0 ? [{ id: { not_in: leftOut } }] : []),
      ],
    },
    sort: ['receivedAt', 'id'],
    limit: BATCH,
    pagination: false,
    depth: 0,
  });
  return found.docs.map(({ id }) => String(id));
}

/** One look into the inbox: what the public wrote becomes documents. Says how many rows. */
export function createInboxDrain(input: {
  payload: Payload;
  receivers: Receivers;
}): () => Promise<number> {
  const { payload, receivers } = input;
  const failed = new Failed();
  return async () => {
    let done = 0;
    for (const id of await oldest(payload, failed.ids())) {
      if (failed.has(id)) continue;
      try {
        await receive(payload, receivers, id);
        done += 1;
      } catch (error) {
        failed.add(id);
        getLogger().warn({ err: error, inbox: id }, 'a row of the inbox was not received');
      }
    }
    return done;
  };
}
