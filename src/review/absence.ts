export interface Absence {
  /** First and last day of an absence, `YYYY-MM-DD`; without a last day it goes on. */
  awayFrom?: string | null;
  awayTo?: string | null;
}

/** Whether a person said that they are not there on this day; both days belong to the absence. */
export function isAway({ awayFrom, awayTo }: Absence, day: string): boolean {
  if (!awayFrom && !awayTo) return false;
  return (!awayFrom || awayFrom <= day) && (!awayTo || day <= awayTo);
}
