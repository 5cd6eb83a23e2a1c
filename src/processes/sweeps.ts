import type { Logger } from 'pino';
import type { Payload } from 'payload';
import { hanoiDate } from '../platform/clock';
import { signals } from '../platform/signals';
import { keepSweep } from '../platform/sweep/last-sweep';
import { createSweep, eachPart, type Sweep } from '../platform/sweep/sweep';
import { orderDigests } from '../notifications/order-digests';
import { datePublications } from '../publishing/sweep/date-publications';
import { sweepEmbargoes } from '../publishing/sweep/sweep-embargoes';
import { sweepReviews } from '../publishing/sweep/sweep-reviews';
import { sweepTakedowns } from '../publishing/sweep/sweep-takedowns';
import { sweepTerms } from '../publishing/sweep/sweep-terms';
import { sweepClaims } from '../review/sweep-claims';
import { sweepOverdue } from '../review/sweep-overdue';

/** Twice an hour, so that one that failed does not cost the hour; and at once on a new day. */
const SWEEP_MS = 30 * 60_000;

/** What the passing of time brings about; each piece may be asked for again and happens once. */
const PARTS: ((sweep: Sweep) => Promise<void>)[] = [
  datePublications,
  sweepTerms,
  sweepReviews,
  sweepEmbargoes,
  sweepOverdue,
  sweepTakedowns,
  sweepClaims,
  orderDigests,
];

/** One sweep over everything. One that was cut off leaves no mark: it did not come to its end. */
export async function runSweep(payload: Payload, goOn?: () => boolean): Promise<Sweep> {
  const sweep = createSweep(payload, goOn);
  await eachPart(sweep, PARTS);
  if (sweep.goOn()) await keepSweep(sweep);
  if (sweep.done > 0) signals().emit('publication');
  return sweep;
}

/** Tells the worker that leads when a sweep is due, and makes it: at its start, and from then on. */
export function createSweeper(input: {
  payload: Payload;
  logger: Pick<Logger, 'info'>;
  goOn: () => boolean;
}): { due(): boolean; sweep(): Promise<void> } {
  const { payload, logger, goOn } = input;
  let begunAt = -Infinity;
  let day = '';
  return {
    due: () => Date.now() - begunAt >= SWEEP_MS || day !== hanoiDate(),
    async sweep() {
      [begunAt, day] = [Date.now(), hanoiDate()];
      const { done, failed } = await runSweep(payload, goOn);
      if (done + failed > 0) logger.info({ done, failed }, 'days that came or passed were seen to');
    },
  };
}
