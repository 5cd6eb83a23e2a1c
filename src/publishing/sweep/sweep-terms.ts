import type { PayloadRequest } from 'payload';
import { hanoiDate } from '../../platform/clock';
import { firstTime } from '../../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../../platform/sweep/sweep';
import { orderNotices } from '../../review/notice';
import { officePeople, supplierPeople } from '../../review/recipients';
import { addDays, daysBetween } from '../../rights/civil-date';
import { dueNotice, FIRST_NOTICE_DAYS } from '../../rights/due-notice';
import { withdrawEnded } from '../withdraw';
import { livePublications, stillLive, type LiveRow } from './live-publications';

const partOf = ({ termOf }: LiveRow) => (termOf && termOf !== 'rights' ? { part: termOf } : {});

/** The grant has ended: down it comes, and everybody concerned is told why. */
async function end(req: PayloadRequest, row: LiveRow, today: string): Promise<boolean> {
  const { material: materialId, termEnds: date = '' } = row;
  // Withdrawn first: a mark without the fact would keep it from ever being tried again.
  if (!(await withdrawEnded(req, materialId))) return false;
  if (!(await firstTime(req, `ended:${row.id}:${String(row.revision)}`))) return false;
  await orderNotices(req, {
    kind: 'expired',
    materialId,
    to: [...(await supplierPeople(req, materialId)), ...(await officePeople(req, 'editor'))],
    data: { date: date ?? '', days: daysBetween(date ?? today, today), ...partOf(row) },
  });
  return true;
}

async function warn(req: PayloadRequest, row: LiveRow, today: string): Promise<boolean> {
  const { material: materialId, termEnds } = row;
  const due = termEnds ? dueNotice(termEnds, today) : undefined;
  if (!due || !termEnds) return false;
  if (!(await firstTime(req, `term:${row.id}:${termEnds}:${String(due.step)}`))) return false;
  const editors = due.near ? await officePeople(req, 'editor') : [];
  await orderNotices(req, {
    kind: 'expiring',
    materialId,
    to: [...(await supplierPeople(req, materialId)), ...editors],
    data: { date: termEnds, days: due.days, ...partOf(row) },
  });
  return true;
}

/**
 * Granted terms of what is live: a notice 90, 30 and 7 days before the last day, which still belongs
 * to the term; withdrawn on the day after it. Days are Hanoi's.
 */
export async function sweepTerms(sweep: Sweep): Promise<void> {
  const today = hanoiDate();
  const rows = await livePublications(sweep, 'termEnds', addDays(today, FIRST_NOTICE_DAYS));
  await eachPiece(sweep, 'a granted term', rows, async (req, row) => {
    const live = await stillLive(req, row);
    if (!live?.termEnds) return false;
    return live.termEnds < today ? await end(req, live, today) : await warn(req, live, today);
  });
}
