/** The one clock. Tests move it; everything that decides by time asks here. */
const key = Symbol.for('kho.clock');
type Holder = { [key]?: { offset: number } };

function offset(): { offset: number } {
  const holder = globalThis as Holder;
  holder[key] ??= { offset: 0 };
  return holder[key];
}

export function now(): Date {
  return new Date(Date.now() + offset().offset);
}

/** Moves the clock of this process to `moment`; it goes on running from there. Tests only. */
export function setClock(moment: Date | undefined): void {
  offset().offset = moment ? moment.getTime() - Date.now() : 0;
}

export const HANOI = 'Asia/Ho_Chi_Minh';

const hanoiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: HANOI,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Hanoi (`YYYY-MM-DD`): dates in law begin and end at its midnight. */
export function hanoiDate(moment: Date = now()): string {
  return hanoiDay.format(moment);
}

/** When a calendar day begins in Hanoi, whose clocks are never put forward or back. */
export function hanoiMidnight(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

/** The hour on the clocks of Hanoi, 0 to 23. */
export function hanoiHour(moment: Date = now()): number {
  return (moment.getUTCHours() + 7) % 24;
}
