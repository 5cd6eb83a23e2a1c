import type { FieldProblem } from '../platform/errors';

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

/** Those who are there on this day; everybody when nobody is: somebody has to be asked. */
export function presentOrAll<T extends Absence>(people: T[], day: string): T[] {
  const present = people.filter((one) => !isAway(one, day));
  return present.length > 0 ? present : people;
}

/** An absence that ends before it begins would be none, and nobody would be told. */
export function absenceFaults({ awayFrom, awayTo }: Absence): FieldProblem[] {
  if (!awayFrom || !awayTo || awayFrom <= awayTo) return [];
  return [{ field: 'awayTo', code: 'absence_reversed', params: { from: awayFrom, to: awayTo } }];
}
