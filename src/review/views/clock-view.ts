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

/** `24/12/2026` */
export function shownDate(moment: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(moment) ? moment : hanoiDate(new Date(moment));
  return day.split('-').reverse().join('/');
}
