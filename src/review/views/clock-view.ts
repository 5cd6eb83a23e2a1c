import { hanoiDate } from '../../platform/clock';
import { dueDay, STEP_DAYS, workingDaysBetween } from '../working-days';

export interface ClockView {
  day: number;
  of: number;
  due: string;
  overdue: boolean;
}

/** Working days waited since a step began, and when its answer is due. */
export function clockView(since: string, today: string = hanoiDate()): ClockView {
  const from = hanoiDate(new Date(since));
  const due = dueDay(from);
  return { day: workingDaysBetween(from, today), of: STEP_DAYS, due, overdue: today > due };
}
