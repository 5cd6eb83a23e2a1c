import type { FieldProblem } from '../platform/errors';

/** Of a department what says whether it works, and where it went. */
export interface Standing {
  id?: string | undefined;
  mergedInto?: string | null | undefined;
  active?: boolean | null | undefined;
}

/** What is closed, or went into another department, takes in nothing new. */
export const takesIn = ({ mergedInto, active }: Standing): boolean =>
  !mergedInto && active !== false;

/** Whether this write is the one by which it goes. */
export const goesNow = (after: Standing, before: Standing | undefined): boolean =>
  Boolean(after.mergedInto) && !before?.mergedInto;

/** A department goes into another one that works, once; from then on it stays closed. */
export function mergerFault(input: {
  /** None of a new department. */
  before: Standing | undefined;
  /** What the write says; what it leaves unsaid stays as it was. */
  data: Standing;
  /** The department that it is to go into, if there is such a one. */
  target: Standing | null;
}): FieldProblem | undefined {
  const { before, data, target } = input;
  const into = data.mergedInto === undefined ? before?.mergedInto : data.mergedInto;
  if (before?.mergedInto) {
    if (into !== before.mergedInto) return { field: 'mergedInto', code: 'merged_already' };
    // What was opened in it later would be left behind.
    return data.active === true ? { field: 'active', code: 'merged_closed' } : undefined;
  }
  if (!into) return undefined;
  // A new one has nothing to take along.
  const goes = before && target && target.id !== before.id && takesIn(target);
  return goes ? undefined : { field: 'mergedInto', code: 'merger_target' };
}
