import type { Logger } from 'pino';
import { hanoiDate, hanoiHour, now } from '../platform/clock';
import { MeilisearchError } from '../search/meilisearch/connection';
import type { SearchDocument, SearchWriter } from '../search/port';
import { IndexWorkStopped } from '../search/while-allowed';

const TRY_AGAIN_MS = 60_000;
/** When Hanoi sleeps: from 1 to 5 o'clock. */
const NIGHT = { from: 1, to: 5 };

/**
 * Keeps the index whole: fills one that lacks documents, at the start or as soon as its service
 * answers, and compares a service's index with all documents once a night.
 */
export function createSearchUpkeep(input: {
  writer: SearchWriter;
  documents: () => AsyncIterable<SearchDocument>;
  logger: Pick<Logger, 'info' | 'warn'>;
}): { look(): Promise<void> } {
  const { writer, documents, logger } = input;
  let whole = false;
  let tried = -Infinity;
  let compared = hanoiDate(now());

  async function fill() {
    if (await writer.needsRebuild())
      logger.info(await writer.rebuild(documents()), 'search index built');
    whole = true;
  }

  async function compare() {
    compared = hanoiDate(now());
    const found = await writer.reconcile?.(documents());
    if (found) logger.info(found, 'search index compared');
  }

  return {
    /** Throws SettingError for a service that this version cannot use. */
    async look() {
      const due = whole ? compared !== hanoiDate(now()) && isNight(now()) : elapsed(tried);
      if (!due) return;
      tried = Date.now();
      try {
        await (whole ? compare() : fill());
      } catch (error) {
        if (error instanceof IndexWorkStopped) {
          logger.info('the upkeep of the search index stopped with this worker');
          return;
        }
        // The service is out: it is tried again later.
        if (!(error instanceof MeilisearchError)) throw error;
        logger.warn({ err: error }, 'the search index could not be kept');
      }
    },
  };
}

const elapsed = (since: number): boolean => Date.now() - since >= TRY_AGAIN_MS;

function isNight(moment: Date): boolean {
  const hour = hanoiHour(moment);
  return hour >= NIGHT.from && hour < NIGHT.to;
}
