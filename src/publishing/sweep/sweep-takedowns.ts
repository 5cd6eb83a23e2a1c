import type { PayloadRequest } from 'payload';
import { now } from '../../platform/clock';
import { firstTime } from '../../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../../platform/sweep/sweep';
import { orderNotices } from '../../review/notice';
import { officePeople } from '../../review/recipients';
import { clockRuns, clockStage, type TakedownClock } from '../../review/takedown-clocks';
import { readTakedown } from '../takedown/takedown-row';

async function tell(
  req: PayloadRequest,
  takedownId: string,
  { clock, stage }: { clock: TakedownClock; stage: 'near' | 'late' },
): Promise<boolean> {
  const { code, dueAt } = clock;
  if (!(await firstTime(req, `takedown:${takedownId}:${code}:${stage}:${dueAt}`))) return false;
  await orderNotices(req, {
    kind: `takedown_${stage}`,
    takedownId,
    to: [...(await officePeople(req, 'editor')), ...(await officePeople(req, 'administrator'))],
    data: { clock: code, at: dueAt },
  });
  return true;
}

/**
 * A statutory clock of a notice of infringement is told of when its end is near and when it has passed,
 * each once: to editors, who decide, and to administrators, who answer for it.
 */
export async function sweepTakedowns(sweep: Sweep): Promise<void> {
  const open = await sweep.payload.find({
    collection: 'takedowns',
    where: { status: { not_equals: 'decided' } },
    select: {},
    pagination: false,
    depth: 0,
  });
  await eachPiece(sweep, 'the clocks of a notice', open.docs, async (req, { id }) => {
    const { clocks, status, receivedAt } = await readTakedown(req, id);
    let told = false;
    for (const clock of clocks) {
      const stage = clockRuns(clock.code, status) && clockStage(clock, receivedAt, now());
      if (stage && (await tell(req, id, { clock, stage }))) told = true;
    }
    return told;
  });
}
