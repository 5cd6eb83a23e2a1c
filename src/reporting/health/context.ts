import type { Payload } from 'payload';
import type { Marks } from '../../platform/health/marks';

/** What each check is given. */
export interface HealthContext {
  payload: Payload;
  marks: Marks;
  /** A server runs, so a worker is to be expected; a command may run while everything is stopped. */
  serving: boolean;
}

export const ageOf = (moment: string, now: Date): number => now.getTime() - Date.parse(moment);

export const later = (...moments: (string | null | undefined)[]): string | null =>
  moments
    .filter((moment): moment is string => typeof moment === 'string')
    .sort()
    .at(-1) ?? null;
