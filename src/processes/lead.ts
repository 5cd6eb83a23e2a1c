import type { Logger } from 'pino';
import type { Payload } from 'payload';
import { getEnv } from '../platform/env';
import type { Storage } from '../platform/storage/port';
import { createBeside, type Beside } from '../platform/worker/beside';
import { createInboxDrain } from '../platform/worker/drain-inbox';
import type { Handlers } from '../platform/worker/run-outbox';
import { allSearchDocuments } from '../publishing/sync-search';
import { createSearchWriter } from '../search/create';
import { distFile } from './dist-file';
import { createHandlers, RECEIVERS } from './handlers';
import { createSearchUpkeep } from './search-upkeep';
import { createSweeper } from './sweeps';

/** A stop may take ten seconds in all. */
const LET_END_MS = 4_000;
const TIDY_MS = 3_600_000;

/** What only the worker that leads may hold: the search index has one writer. */
export interface Lead {
  handlers: Handlers;
  /** Turns what the public wrote into documents. */
  drainInbox: () => Promise<number>;
  /** Begins what is due of the work that no round waits for. */
  besides(): void;
  /** Work beside the rounds stops at its next step; one that does not in time is let be. */
  close(): Promise<void>;
}

export function takeLead(input: {
  payload: Payload;
  storage: Storage;
  logger: Logger;
  beside: Beside;
  tidy: () => Promise<void>;
  /** Whether this worker leads as it did when it took the lead. */
  goOn: () => boolean;
}): Lead {
  const { payload, storage, logger, beside, tidy, goOn } = input;
  let closed = false;
  const writer = createSearchWriter({
    setting: getEnv().search,
    onProblem: (error) => logger.warn({ err: error }, 'search'),
    goOn: () => !closed && goOn(),
  });
  const documents = () => allSearchDocuments({ payload, storage });
  const upkeep = createSearchUpkeep({ writer, documents, logger });
  const processingThread = distFile('processing-thread.js');
  // Days in law do not wait for an index that takes an hour to build.
  const besideTime = createBeside(logger);
  const sweeper = createSweeper({ payload, logger, goOn: () => !closed && goOn() });
  let tidied = -Infinity;

  async function work(): Promise<void> {
    await upkeep.look();
    if (closed || !goOn() || Date.now() - tidied <= TIDY_MS) return;
    tidied = Date.now();
    await tidy();
  }

  return {
    drainInbox: createInboxDrain({ payload, receivers: RECEIVERS }),
    handlers: createHandlers({ payload, storage, writer, processingThread }),
    besides: () => {
      beside.start('search upkeep or tidying', work);
      if (sweeper.due()) besideTime.start('the sweep of days', sweeper.sweep);
    },
    async close() {
      closed = true;
      const ended = await Promise.all([beside.idle(LET_END_MS), besideTime.idle(LET_END_MS)]);
      if (ended.includes(false)) logger.warn('work beside the rounds goes on to its end');
      await writer.close();
    },
  };
}
