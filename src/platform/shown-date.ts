import { HANOI, hanoiDate } from './clock';

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `24/12/2026`: a moment as its day in Hanoi, or a civil day `YYYY-MM-DD`, which no zone may move.
 * What is no date stays as it is.
 */
export function shownDate(value: string): string {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return value;
  const day = CIVIL.test(value) ? value : hanoiDate(moment);
  return day.split('-').reverse().join('/');
}

/** `08:00, 01/12/2026` in Hanoi. */
export function shownMoment(at: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: HANOI,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${time.format(new Date(at))}, ${shownDate(at)}`;
}
