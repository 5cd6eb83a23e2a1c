import { INTERVIEW } from '../../rights/interview/interview';
import { readInterview } from '../../rights/interview/stored-interview';
import { ASKED_ANEW } from '../../rights/taken-over';
import type { TakenValue } from '../view-models';

/**
 * The answers of the other material, without those that every work needs for itself, and where they
 * came from: until the others are given the draft is not complete, and whoever reviews it is told.
 */
export function takenInterview(input: {
  own: unknown;
  theirs: unknown;
  /** The other material. */
  from: string;
  overwrite: boolean;
}): TakenValue {
  const { own, theirs, from, overwrite } = input;
  const mine = readInterview(own);
  const other = readInterview(theirs);
  const given = Object.fromEntries(
    Object.entries(other?.answers ?? {}).filter(([question]) => !ASKED_ANEW.includes(question)),
  );
  const answers = overwrite ? { ...mine?.answers, ...given } : { ...given, ...mine?.answers };
  const version = mine?.version ?? other?.version ?? INTERVIEW.version;
  const after = { version, kind: mine?.kind ?? null, takenFrom: from, answers };
  return { record: 'rights', field: 'interview', before: own ?? null, after };
}
