import { daysBetween } from './civil-date';
import noticeDays from './data/notice-days.json';

/** How many days ahead the first notice goes out. */
export const FIRST_NOTICE_DAYS = Math.max(...noticeDays.before);

export interface DueNotice {
  /** Which of the notices: 90, 30 or 7 days before. */
  step: number;
  /** How many days are really left, the last one not counted. */
  days: number;
  /** Near enough for the editors to know. */
  near: boolean;
}

/**
 * The notice that is due `today` about a day to come: the latest step that has been reached. Whoever
 * comes late gives one notice, not all that were missed. None beforehand, none when it has passed.
 */
export function dueNotice(day: string, today: string): DueNotice | undefined {
  const days = daysBetween(today, day);
  const step = [...noticeDays.before].sort((a, b) => a - b).find((before) => days <= before);
  if (days < 0 || step === undefined) return undefined;
  return { step, days, near: step <= noticeDays.editorsWithin };
}
