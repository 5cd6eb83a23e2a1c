/**
 * The worker: a thread with its own Payload, beside the main thread of `ROLE=all` or `worker`. It
 * does every effect of the outbox, seals the audit chain and is the search file's only writer.
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
import { getLogger } from './platform/logger';
import type { Storage } from './platform/storage/port';
import { getStorage } from './platform/storage/storage';
import { ALONE, worksOnLease, type Leadership } from './platform/worker/lease';
import { runOutbox } from './platform/worker/run-outbox';
import { createHandlers } from './processes/handlers';
import { distFile } from './processes/dist-file';
import { createPartNotes } from './processes/note-parts';
import { createSearchUpkeep } from './processes/search-upkeep';
import { createTidy } from './processes/tidy';
import { allSearchDocuments } from './publishing/sync-search';
import { createSearchWriter } from './search/create';

/** Where nothing tells of other processes' commits, each look is a query or two. */
const IDLE_MS = { sqlite: 200, mongodb: 500 };
/** Retries and schedules become due without anybody writing to the database. */
const LOOK_ANYWAY_MS = 1_000;
const BEAT_MS = 2_000;
const TIDY_MS = 3_600_000;

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

/** What only the worker that leads may hold: the search file has one writer. */
async function takeLead({ payload, logger, storage }: Bench) {
  const writer = createSearchWriter({
    setting: getEnv().search,
    onProblem: (error) => logger.warn({ err: error }, 'search'),
  });
  const documents = () => allSearchDocuments({ payload, storage });
  const upkeep = createSearchUpkeep({ writer, documents, logger });
  const processingThread = distFile('processing-thread.js');
  const handlers = createHandlers({ payload, storage, writer, processingThread });
  return { writer, upkeep, handlers };
}

/** Shows life through something that may take minutes. */
async function livingThrough(work: Promise<void>): Promise<void> {
  const signs = setInterval(alive, LOOK_ANYWAY_MS);
  await work.finally(() => {
    clearInterval(signs);
  });
}

/** Goes on beating through the longest effect. */
function keepBeating(leadership: Leadership, logger: Logger): () => void {
  let looking = false;
  const timer = setInterval(() => {
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
  if (!isMainThread) allowBlockingWaits(3_000);
  const logger = getLogger().child({ thread: 'worker' });
  const payload = await getPayload({ config });
  const { database } = getEnv();
  const worker = randomUUID();
  const bench: Bench = { payload, worker, logger, storage: getStorage() };
  const tidy = createTidy(bench);
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
  const stopBeating = keepBeating(leadership, logger);

  let lead: Awaited<ReturnType<typeof takeLead>> | undefined;
  let tidied = 0;
  const goOn = () => !stopping && leadership.leads();
  /** One round; how much was done. */
  const round = async (): Promise<number> => {
    notes.look(leadership.leads());
    if (!leadership.leads()) {
      if (lead) logger.warn('another worker leads now');
      await lead?.writer.close();
      lead = undefined;
      alive();
      return 0;
    }
    if (!lead) {
      lead = await takeLead(bench);
      logger.info({ worker }, 'this worker leads');
    }
    await livingThrough(lead.upkeep.look());
    if (!(await committed())) return 0;
    const { handlers } = lead;
    let done = await runOutbox({ payload, handlers, worker, onProgress: alive, goOn });
    if (leadership.leads()) done += await sealEvents(payload);
    alive();
    if (Date.now() - tidied > TIDY_MS) {
      tidied = Date.now();
      await livingThrough(tidy());
    }
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
  await lead?.writer.close();
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
