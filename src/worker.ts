/**
 * The worker: a thread with its own Payload, beside the main thread of `ROLE=all` or `worker`. It
 * does every effect of the outbox, seals the audit chain and is the search file's only writer.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { randomUUID } from 'node:crypto';
import { getPayload } from 'payload';
import { sealEvents } from './audit/seal';
import config from './payload.config';
import { allowBlockingWaits } from './platform/database/sqlite-adapter';
import { openSqlite } from './platform/database/sqlite-client';
import { getEnv } from './platform/env';
import { getLogger } from './platform/logger';
import { getStorage } from './platform/storage/storage';
import { purgeOutbox } from './platform/worker/purge-outbox';
import { runOutbox } from './platform/worker/run-outbox';
import { createHandlers } from './processes/handlers';
import { distFile } from './processes/dist-file';
import { allSearchDocuments } from './publishing/sync-search';
import { createSearchWriter } from './search/create';

const IDLE_MS = 200;
/** Retries and schedules become due without anybody writing to the database. */
const LOOK_ANYWAY_MS = 1_000;
const TIDY_MS = 3_600_000;
/** No upload in parts takes a day: what began before that broke off. */
const UNENDED_MS = 24 * TIDY_MS;

async function main(): Promise<void> {
  if (!isMainThread) allowBlockingWaits(3_000);
  const logger = getLogger().child({ thread: 'worker' });
  const payload = await getPayload({ config });
  const { database, search } = getEnv();
  const writer = createSearchWriter({ setting: search });
  const storage = getStorage();
  const handlers = createHandlers({
    payload,
    storage,
    writer,
    processingThread: distFile('processing-thread.js'),
  });
  const worker = randomUUID();
  const client = database.kind === 'sqlite' ? await openSqlite(database.file) : undefined;
  let stopping = false;
  let wake: (() => void) | undefined;
  const post = (message: unknown) => parentPort?.postMessage(message);
  const alive = () => {
    post({ kind: 'alive', at: Date.now() });
  };

  parentPort?.on('message', (message: string) => {
    if (message === 'stop') stopping = true;
    wake?.();
  });
  post({ kind: 'ready' });
  if (await writer.needsRebuild()) {
    const signs = setInterval(alive, LOOK_ANYWAY_MS);
    const built = await writer.rebuild(allSearchDocuments({ payload, storage }));
    clearInterval(signs);
    logger.info(built, 'search index built');
  }

  /** Housekeeping: what it cannot do now it does in an hour, and nothing waits for it. */
  const tidy = async () => {
    try {
      await purgeOutbox(payload);
      await storage.abandonUploads?.(new Date(Date.now() - UNENDED_MS));
    } catch (error) {
      logger.warn({ err: error }, 'tidying failed');
    }
  };

  let version = -1;
  let looked = 0;
  let tidied = 0;
  while (!stopping) {
    const seen = client ? await client.dataVersion() : Date.now();
    const due = seen !== version || Date.now() - looked > LOOK_ANYWAY_MS;
    let done = 0;
    if (due) {
      version = seen;
      looked = Date.now();
      try {
        done = await runOutbox({ payload, handlers, worker, onProgress: alive });
        done += await sealEvents(payload);
        alive();
        if (Date.now() - tidied > TIDY_MS) {
          tidied = Date.now();
          await tidy();
        }
        if (done > 0) post({ kind: 'done', count: done });
      } catch (error) {
        logger.error({ err: error }, 'a round of the worker failed');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
    if (done === 0 && !stopping) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, IDLE_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  await writer.close();
  await payload.destroy();
  post({ kind: 'stopped' });
  parentPort?.close();
}

main().catch((error: unknown) => {
  getLogger().fatal({ err: error }, 'the worker stopped');
  process.exit(1);
});
