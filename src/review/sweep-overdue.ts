import { hanoiDate, hanoiMidnight } from '../platform/clock';
import { firstTime } from '../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../platform/sweep/sweep';
import { orderNotices } from './notice';
import { departmentPeople, officePeople } from './recipients';
import type { WorkingState } from './states';
import { dueDay, firstDayInTime, workingDaysBetween } from './working-days';

interface Waiting {
  id: string;
  department: string;
  holder?: string | null;
  state: WorkingState;
  stepSince?: string | null;
}
const FIELDS = { department: true, holder: true, state: true, stepSince: true } as const;
const WAITING: WorkingState[] = ['awaiting_endorsement', 'submitted', 'in_review'];

/**
 * A step that has passed its day is told once: to who has it in hand, to the department's managers and,
 * once it has reached the office, to administrators.
 */
export async function sweepOverdue(sweep: Sweep): Promise<void> {
  const today = hanoiDate();
  const before = hanoiMidnight(firstDayInTime(today)).toISOString();
  const found = await sweep.payload.find({
    collection: 'materials',
    where: { and: [{ state: { in: WAITING } }, { stepSince: { less_than: before } }] },
    select: FIELDS,
    pagination: false,
    depth: 0,
  });
  const rows = found.docs as unknown as Waiting[];
  await eachPiece(sweep, 'an overdue step', rows, async (req, { id }) => {
    const row = (await req.payload.findByID({
      collection: 'materials',
      id,
      select: FIELDS,
      depth: 0,
      disableErrors: true,
      req,
    })) as unknown as Waiting | null;
    if (!row?.stepSince || row.stepSince >= before || !WAITING.includes(row.state)) return false;
    if (!(await firstTime(req, `overdue:${id}:${row.state}:${row.stepSince}`))) return false;
    const date = dueDay(hanoiDate(new Date(row.stepSince)));
    const office =
      row.state === 'awaiting_endorsement' ? [] : await officePeople(req, 'administrator');
    await orderNotices(req, {
      kind: 'overdue',
      materialId: id,
      to: [row.holder, ...(await departmentPeople(req, row.department, ['manager'])), ...office],
      data: { date, days: workingDaysBetween(date, today) },
    });
    return true;
  });
}
