import type { Logger } from 'pino';

export interface Beside {
  /** Begins `work` unless something is under way already; nobody waits for it. */
  start(what: string, work: () => Promise<void>): void;
  /** Waits for what is under way, for so long at most; whether it ended. */
  idle(atMostMs: number): Promise<boolean>;
}

/** What may take minutes goes on beside the rounds of the worker, one piece at a time. */
export function createBeside(logger: Pick<Logger, 'error'>): Beside {
  let under: Promise<void> | undefined;
  return {
    start(what, work) {
      if (under) return;
      under = work()
        .catch((error: unknown) => {
          logger.error({ err: error, what }, 'work beside the rounds failed');
        })
        .finally(() => {
          under = undefined;
        });
    },
    async idle(atMostMs) {
      if (!under) return true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => {
          resolve(false);
        }, atMostMs);
      });
      return await Promise.race([under.then(() => true), late]).finally(() => {
        clearTimeout(timer);
      });
    },
  };
}
