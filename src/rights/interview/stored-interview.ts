import type { Answers } from './types';

/** The officer's answers, as they are kept with the rights record they speak of. */
export type StoredInterview = {
  /** Of the questions that were asked. */
  version: string;
  /** Of a component: what kind of part the whole's answers named. */
  kind?: string | null;
  /** The other material that the claim was taken over from. */
  takenFrom?: string | null;
  answers: Answers;
};

const MOST_ANSWERS = 60;
const CODE = /^[a-z0-9_]{1,60}$/;

const ID = /^[A-Za-z0-9-]{1,64}$/;

const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);
const isAnswer = (value: unknown): boolean =>
  isCode(value) || (Array.isArray(value) && value.length <= MOST_ANSWERS && value.every(isCode));

/** Answers by question; null for anything that is none. Codes that are gone are for the walk to skip. */
export const readInterview = (stored: unknown): StoredInterview | null => {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const { version, kind, takenFrom, answers, ...more } = stored as Record<string, unknown>;
  if (Object.keys(more).length > 0 || typeof version !== 'string' || version.length > 20)
    return null;
  if (kind !== undefined && kind !== null && !isCode(kind)) return null;
  const named = takenFrom === undefined || takenFrom === null || typeof takenFrom === 'string';
  if (!named || (takenFrom && !ID.test(takenFrom))) return null;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return null;
  const given = Object.entries(answers);
  const sound = given.every(([question, answer]) => isCode(question) && isAnswer(answer));
  if (!sound || given.length > MOST_ANSWERS) return null;
  const of = { version, kind: kind ?? null, answers: answers as Answers };
  return takenFrom ? { ...of, takenFrom } : of;
};
