import type { Payload } from 'payload';
import type { Logger } from 'pino';
import { now } from '../platform/clock';
import { collectObjects } from '../platform/collector/collect';
import { keepStatistics } from '../platform/database/keep-statistics';
import { getEnv } from '../platform/env';
import type { Storage } from '../platform/storage/port';
import { purgeInbox, purgeOutbox } from '../platform/worker/purge-outbox';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/**
 * Nobody misses them sooner, and a mistake can be undone: whoever restores records of up to a month
 * ago over storage that stayed finds every object of the time since still there.
 */
const UNMISSED_MS = 30 * DAY_MS;
/** No upload in parts takes a day: what began before that broke off. */
const UNENDED_MS = DAY_MS;

interface House {
  payload: Payload;
  storage: Storage;
  logger: Logger;
}

/** The storage is listed as a whole: once a day is enough for what nobody misses. */
async function collect({ payload, storage, logger }: House): Promise<void> {
  const { examples: _, ...report } = await collectObjects({
    payload,
    storage,
    graceMs: UNMISSED_MS,
  });
  if (report.refused) logger.error(report, 'too many objects without a record: none removed');
  else logger.info(report, 'objects without a record');
}

/** The worker's hourly housekeeping: what it cannot do now it does in an hour, and nothing waits for it. */
export function createTidy(house: House): () => Promise<void> {
  const { payload, storage, logger } = house;
  const { database } = getEnv();
  // Not at once: who has just started may still be looking at what was restored.
  let collectedAt = now().getTime() - DAY_MS + HOUR_MS;
  /** What one of them may not do (list uploads in parts, say) must not keep the others from their work. */
  const each = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      logger.warn({ err: error, what }, 'tidying failed');
      return false;
    }
  };
  return async () => {
    await each('outbox', () => purgeOutbox(payload));
    await each('inbox', () => purgeInbox(payload));
    await each('statistics', async () => {
      if (database.kind === 'sqlite') await keepStatistics(database.file);
    });
    const unended = new Date(now().getTime() - UNENDED_MS);
    await each('uploads in parts', async () => await storage.abandonUploads?.(unended));
    if (now().getTime() - collectedAt <= DAY_MS) return;
    if (await each('objects without a record', () => collect(house))) collectedAt = now().getTime();
  };
}
