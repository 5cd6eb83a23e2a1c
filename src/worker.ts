/**
 * The worker: a thread with its own Payload, beside the main thread of `ROLE=all` or `worker`. It
 * does every effect of the outbox, seals the audit chain and is the search index's only writer. What
 * may take minutes without being anybody's effect (the index as a whole, tidying) goes on beside.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { getPayload, type Payload } from 'payload';
import { sealEvents } from './audit/seal';
import config from './payload.config';
import { allowBlockingWaits } from './platform/database/sqlite-adapter';
import { openSqlite, type QueuedClient } from './platform/database/sqlite-client';
import { getEnv } from './platform/env';
import { giveWay } from './platform/give-way';
import { getLogger } from './platform/logger';
import { isHalfRestored } from './platform/backup/open-records';
import type { Storage } from './platform/storage/port';
import { openStorage } from './platform/storage/own-storage';
import { createBeside } from './platform/worker/beside';
import { ALONE, worksOnLease, type Leadership } from './platform/worker/lease';
import { runOutbox } from './platform/worker/run-outbox';
import { takeLead, type Lead } from './processes/lead';
import { createPartNotes, type PartNotes } from './processes/note-parts';
import { createTidy } from './processes/tidy';

/** Where nothing tells of other processes' commits, each look is a query or two. */
const IDLE_MS = { sqlite: 200, mongodb: 500 };
/** Retries and schedules become due without anybody writing to the database. */
const LOOK_ANYWAY_MS = 1_000;
const BEAT_MS = 2_000;

const post = (message: unknown) => parentPort?.postMessage(message);
const alive = () => {
  post({ kind: 'alive', at: Date.now() });
};

interface Bench {
  payload: Payload;
  worker: string;
  logger: Logger;
  storage: Storage;
}

/** Goes on beating through the longest effect, and notes that this worker lives. */
function keepBeating(leadership: Leadership, notes: PartNotes, logger: Logger): () => void {
  let looking = false;
  const timer = setInterval(() => {
    notes.look(leadership.leads());
    if (looking) return;
    looking = true;
    leadership
      .look()
      .catch((error: unknown) => {
        logger.warn({ err: error }, 'the lead could not be looked at');
      })
      .finally(() => {
        looking = false;
      });
  }, BEAT_MS);
  return () => {
    clearInterval(timer);
  };
}

/** True when something may have been committed since the last time, or enough time has passed. */
function watchCommits(client: QueuedClient | undefined): () => Promise<boolean> {
  let version = -1;
  let looked = 0;
  return async () => {
    const seen = client ? await client.dataVersion() : Date.now();
    if (seen === version && Date.now() - looked <= LOOK_ANYWAY_MS) return false;
    version = seen;
    looked = Date.now();
    return true;
  };
}

async function main(): Promise<void> {
  giveWay();
  if (!isMainThread) allowBlockingWaits(3_000);
  const logger = getLogger().child({ thread: 'worker' });
  const payload = await getPayload({ config });
  // No effect of half a database; the thread is started again until the restore has come to its end.
  if (await isHalfRestored(payload)) throw new Error('a restore did not come to its end');
  const { database } = getEnv();
  const worker = randomUUID();
  const bench: Bench = { payload, worker, logger, storage: await openStorage(payload) };
  const tidy = createTidy(bench);
  const beside = createBeside(logger);
  const sqlite = database.kind === 'sqlite';
  const leadership = sqlite ? ALONE : worksOnLease(payload, worker);
  const committed = watchCommits(sqlite ? await openSqlite(database.file) : undefined);
  let stopping = false;
  let wake: (() => void) | undefined;
  parentPort?.on('message', (message: string) => {
    if (message === 'stop') stopping = true;
    wake?.();
  });
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS[database.kind]);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  post({ kind: 'ready' });
  await leadership.look().catch(() => false);
  const notes = createPartNotes({ payload, worker, logger });
  notes.look(leadership.leads());
  const stopBeating = keepBeating(leadership, notes, logger);

  let lead: (Lead & { goOn: () => boolean }) | undefined;
  const goOn = () => !stopping && leadership.leads();
  const leadNow = () => {
    const term = leadership.term();
    const sameLead = () => goOn() && leadership.term() === term;
    return { ...takeLead({ ...bench, beside, tidy, goOn: sameLead }), goOn: sameLead };
  };
  /** One round; how much was done. */
  const round = async (): Promise<number> => {
    if (lead && !lead.goOn()) {
      if (!stopping) logger.warn('another worker leads now');
      const lost = lead;
      lead = undefined;
      await lost.close();
    }
    alive();
    if (!goOn()) return 0;
    if (!lead) {
      lead = leadNow();
      logger.info({ worker }, 'this worker leads');
    }
    lead.besides();
    if (!(await committed())) return 0;
    let done = await runOutbox({
      payload,
      handlers: lead.handlers,
      worker,
      onProgress: alive,
      goOn: lead.goOn,
    });
    if (lead.goOn()) done += await lead.drainInbox();
    if (leadership.leads()) done += await sealEvents(payload);
    alive();
    if (done > 0) post({ kind: 'done', count: done });
    return done;
  };

  while (!stopping) {
    let done = 0;
    try {
      done = await round();
    } catch (error) {
      logger.error({ err: error }, 'a round of the worker failed');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    if (done === 0 && !stopping) await pause();
  }
  stopBeating();
  await lead?.close();
  await notes.close();
  await leadership.handBack().catch(() => undefined);
  await payload.destroy();
  post({ kind: 'stopped' });
  parentPort?.close();
}

main().catch((error: unknown) => {
  getLogger().fatal({ err: error }, 'the worker stopped');
  process.exit(1);
});
