import holidays from './data/holidays.json';

const fixed = new Set(holidays.fixed);
const movable = new Set(Object.values(holidays.years).flat());

/** Working days a step may take before it is overdue. */
export const STEP_DAYS = 5;

/** Years whose movable holidays are entered: beyond them the clock is a guess and an alarm is due. */
export function holidaysAreKnown(year: number): boolean {
  return String(year) in holidays.years;
}

function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !fixed.has(day.slice(5)) && !movable.has(day);
}

/** Working days from the day after `from` up to and including `to` (both YYYY-MM-DD). */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = from; day < to;) {
    day = next(day);
    if (isWorkingDay(day)) count += 1;
  }
  return count;
}

function previous(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** The first day from which a step that began on it is not overdue on `today`; all before it are. */
export function firstDayInTime(today: string): string {
  let day = today;
  while (dueDay(previous(day)) >= today) day = previous(day);
  return day;
}

/** The day on which the `days`-th working day after `from` falls. */
export function dueDay(from: string, days: number = STEP_DAYS): string {
  let day = from;
  for (let left = days; left > 0;) {
    day = next(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
