import type { PayloadRequest } from 'payload';
import { hanoiDate } from '../../platform/clock';
import { firstTime } from '../../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../../platform/sweep/sweep';
import { orderNotices } from '../../review/notice';
import { officePeople, supplierPeople } from '../../review/recipients';
import { addDays, daysBetween } from '../../rights/civil-date';
import { dueNotice, FIRST_NOTICE_DAYS } from '../../rights/due-notice';
import { livePublications, stillLive, type LiveRow } from './live-publications';

interface Told {
  kind: 'review_due' | 'review_overdue';
  step: string;
  days: number;
  near: boolean;
}

function whatIsDue(date: string, today: string): Told | undefined {
  if (date < today) {
    return { kind: 'review_overdue', step: 'overdue', days: daysBetween(date, today), near: true };
  }
  const due = dueNotice(date, today);
  return due && { kind: 'review_due', step: String(due.step), days: due.days, near: due.near };
}

async function tell(req: PayloadRequest, row: LiveRow, today: string): Promise<boolean> {
  const live = await stillLive(req, row);
  const due = live?.reviewOn ? whatIsDue(live.reviewOn, today) : undefined;
  if (!live?.reviewOn || !due) return false;
  if (!(await firstTime(req, `review:${live.id}:${live.reviewOn}:${due.step}`))) return false;
  const editors = due.near ? await officePeople(req, 'editor') : [];
  await orderNotices(req, {
    kind: due.kind,
    materialId: live.material,
    to: [...(await supplierPeople(req, live.material)), ...editors],
    data: { date: live.reviewOn, days: due.days },
  });
  return true;
}

/**
 * Days on which rights are to be looked at again: notices before, and once it has passed a task that
 * stays until the rights were published anew. It takes nothing down.
 */
export async function sweepReviews(sweep: Sweep): Promise<void> {
  const today = hanoiDate();
  const rows = await livePublications(sweep, 'reviewOn', addDays(today, FIRST_NOTICE_DAYS));
  await eachPiece(sweep, 'a day of review', rows, (req, row) => tell(req, row, today));
}
