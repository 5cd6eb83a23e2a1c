import type { Logger } from 'pino';
import type { Payload } from 'payload';
import {
  forgetOldWorkers,
  forgetWorker,
  markPart,
  markWorker,
  type AskedPart,
} from '../platform/health/marks';
import { partsToAsk } from '../reporting/health/ask-parts';

const NOTE_MS = 60_000;

export interface PartNotes {
  look(leads: boolean): void;
  close(): Promise<void>;
}

/**
 * Once a minute, whatever the worker has in hand: says that this worker lives, and when it leads, which parts answered. Nothing waits
 * for it. What it keeps is what the health screen and `doctor` call *when it last worked*.
 */
export function createPartNotes(input: {
  payload: Payload;
  worker: string;
  logger: Pick<Logger, 'warn'>;
}): PartNotes {
  const { payload, worker, logger } = input;
  const asks = Object.entries(partsToAsk());
  let noted = -Infinity;
  let led = false;
  let under: Promise<void> = Promise.resolve();

  async function note(leads: boolean): Promise<void> {
    await markWorker(payload, worker, leads);
    if (!leads) return;
    for (const [part, ask] of asks)
      if ((await ask()).status === 'ok') await markPart(payload, part as AskedPart);
    await forgetOldWorkers(payload);
  }

  return {
    look(leads) {
      if (leads === led && Date.now() - noted < NOTE_MS) return;
      [noted, led] = [Date.now(), leads];
      under = under
        .then(() => note(leads))
        .catch((error: unknown) => {
          logger.warn({ err: error }, 'the state of the parts could not be noted');
        });
    },
    /** A worker that ended in order is no longer expected. */
    async close() {
      await under;
      await forgetWorker(payload, worker).catch((error: unknown) => {
        logger.warn({ err: error }, 'the end of the worker could not be noted');
      });
    },
  };
}
