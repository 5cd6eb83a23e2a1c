import type { PayloadRequest } from 'payload';
import { hanoiDate } from '../../platform/clock';
import { firstTime } from '../../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../../platform/sweep/sweep';
import { orderNotices } from '../../review/notice';
import { departmentPeople, officePeople } from '../../review/recipients';
import type { WorkingState } from '../../review/states';
import { addDays, daysBetween } from '../../rights/civil-date';
import { dueNotice, FIRST_NOTICE_DAYS } from '../../rights/due-notice';

interface Held {
  id: string;
  department: string;
  state: WorkingState;
  embargoUntil?: string | null;
  scheduledAt?: string | null;
  stepSince?: string | null;
}
const FIELDS = {
  department: true,
  state: true,
  embargoUntil: true,
  scheduledAt: true,
  stepSince: true,
} as const;
const UNDER_WAY: WorkingState[] = ['submitted', 'in_review', 'approved'];

async function everybody(req: PayloadRequest, row: Held): Promise<string[]> {
  return [...(await departmentPeople(req, row.department)), ...(await officePeople(req, 'editor'))];
}

/** The last day is near: the department hears of it, and the editors of what they have approved. */
async function warn(req: PayloadRequest, row: Held, today: string): Promise<boolean> {
  const { id, embargoUntil } = row;
  const due = embargoUntil ? dueNotice(embargoUntil, today) : undefined;
  if (!due || !embargoUntil) return false;
  if (!(await firstTime(req, `embargo:${id}:${embargoUntil}:${String(due.step)}`))) return false;
  const withEditors = due.near && row.state === 'approved';
  await orderNotices(req, {
    kind: 'embargo_ending',
    materialId: id,
    to: withEditors ? await everybody(req, row) : await departmentPeople(req, row.department),
    data: { date: embargoUntil, days: due.days },
  });
  return true;
}

/** It waited for this day, approved and with no hour set: somebody has to publish it. */
async function tellItIsOver(req: PayloadRequest, row: Held, today: string): Promise<boolean> {
  const { id, embargoUntil, state, scheduledAt, stepSince } = row;
  const waited = stepSince && embargoUntil && hanoiDate(new Date(stepSince)) <= embargoUntil;
  if (state !== 'approved' || scheduledAt || !waited) return false;
  if (!(await firstTime(req, `embargo:${id}:${embargoUntil}:over`))) return false;
  await orderNotices(req, {
    kind: 'embargo_ended',
    materialId: id,
    to: await everybody(req, row),
    data: { date: embargoUntil, days: daysBetween(embargoUntil, today) },
  });
  return true;
}

/**
 * Embargoes of what is under way. Publishing is refused through the last day; a publication that was
 * scheduled for after it appears by itself, of any other the editors are told that it can be made.
 */
export async function sweepEmbargoes(sweep: Sweep): Promise<void> {
  const today = hanoiDate();
  const until = addDays(today, FIRST_NOTICE_DAYS);
  const found = await sweep.payload.find({
    collection: 'materials',
    where: {
      and: [{ state: { in: UNDER_WAY } }, { embargoUntil: { less_than_equal: until } }],
    },
    select: FIELDS,
    pagination: false,
    depth: 0,
  });
  const rows = found.docs as unknown as Held[];
  await eachPiece(sweep, 'an embargo', rows, async (req, { id }) => {
    const row = (await req.payload.findByID({
      collection: 'materials',
      id,
      select: FIELDS,
      depth: 0,
      disableErrors: true,
      req,
    })) as unknown as Held | null;
    // An empty day is no day, and before any other in the order of texts.
    if (!row?.embargoUntil || !UNDER_WAY.includes(row.state)) return false;
    return row.embargoUntil < today
      ? await tellItIsOver(req, row, today)
      : await warn(req, row, today);
  });
}
