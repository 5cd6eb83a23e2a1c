import { hanoiDate } from '../../platform/clock';
import type { WaitView } from '../view-models';
import { dueDay, STEP_DAYS, workingDaysBetween } from '../working-days';

/**
 * Working days waited since a step began, when its answer is due and how late it is; and the whole
 * wait since it was handed in, which taking it up does not shorten.
 */
export function clockView(
  since: string,
  submittedAt: string | null | undefined = since,
  today: string = hanoiDate(),
): WaitView {
  const from = hanoiDate(new Date(since));
  const handedIn = hanoiDate(new Date(submittedAt ?? since));
  const due = dueDay(from);
  return {
    day: workingDaysBetween(from, today),
    of: STEP_DAYS,
    due,
    overdue: today > due,
    late: workingDaysBetween(due, today),
    submitted: handedIn,
    waited: workingDaysBetween(handedIn, today),
  };
}
