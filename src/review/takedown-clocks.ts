import { hanoiDate } from '../platform/clock';
import type { Capacity, TakedownStatus } from '../platform/takedown';
import rules from './data/takedown-clocks.json';
import { dueDay, workingDaysBetween } from './working-days';

export const CLOCK_CODES = ['authority', 'precaution', 'decision'] as const;
export type ClockCode = (typeof CLOCK_CODES)[number];

/** One statutory clock of a notice, as it is kept with the notice. */
export interface TakedownClock {
  code: ClockCode;
  /** UTC moment with Z. */
  dueAt: string;
}

interface Rule {
  code: string;
  hours?: number;
  workingDays?: number;
  until: string;
  capacities?: string[];
}

const RULES = rules.clocks as Rule[];
const HOUR_MS = 3_600_000;

/** Which rules a notice was measured by, and whether anybody has checked them against the law. */
export const TAKEDOWN_RULES = { version: rules.ruleVersion, unverified: rules.unverified };

/** Hours run from the moment of receipt; working days end with the last of them, in Hanoi. */
function dueOf({ hours, workingDays = 0 }: Rule, receivedAt: string): string {
  const received = new Date(receivedAt);
  if (hours !== undefined) return new Date(received.getTime() + hours * HOUR_MS).toISOString();
  return new Date(`${dueDay(hanoiDate(received), workingDays)}T23:59:59+07:00`).toISOString();
}

/** The clocks that a notice starts: an authority's order has a shorter one than anybody else's. */
export function takedownClocks(notice: {
  receivedAt: string;
  capacity: Capacity;
}): TakedownClock[] {
  return RULES.filter(({ capacities }) => !capacities || capacities.includes(notice.capacity)).map(
    (rule) => ({ code: rule.code as ClockCode, dueAt: dueOf(rule, notice.receivedAt) }),
  );
}

/** Whether a clock still runs: one until something is withdrawn, the other until it is decided. */
export function clockRuns(code: ClockCode, status: TakedownStatus): boolean {
  if (status === 'decided') return false;
  const until = RULES.find((rule) => rule.code === code)?.until;
  return until === 'decision' || status === 'received';
}

/** The earliest moment that something is due; null once nothing is. */
export function nextDue(clocks: readonly TakedownClock[], status: TakedownStatus): string | null {
  const running = clocks.filter(({ code }) => clockRuns(code, status)).map(({ dueAt }) => dueAt);
  return running.sort()[0] ?? null;
}

/**
 * Whether a running clock is to be spoken of: it has passed, or its end is near. On the day on which
 * the notice came it is not: what tells of its arrival names the end of its first clock.
 */
export function clockStage(
  { dueAt }: TakedownClock,
  receivedAt: string,
  at: Date,
): 'near' | 'late' | undefined {
  if (new Date(dueAt) < at) return 'late';
  const today = hanoiDate(at);
  if (today <= hanoiDate(new Date(receivedAt))) return undefined;
  const left = workingDaysBetween(today, hanoiDate(new Date(dueAt)));
  return left <= rules.nearWorkingDays ? 'near' : undefined;
}
