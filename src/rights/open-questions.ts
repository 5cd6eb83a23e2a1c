import { editorQuestions } from './interview/editor-questions';
import { INTERVIEW } from './interview/interview';
import { walk } from './interview/walk';
import type { EditorQuestion } from './interview/types';
import type { ClearanceReason, RuleCode } from './reason-codes';
import { readInterview } from './interview/stored-interview';
import type { RightsRecord } from './types';

/** A gap that a question to the editor stands in for. */
export const ASKED_INSTEAD: readonly RuleCode[] = [
  'basis_missing',
  'evidence_missing',
  'licence_missing',
  'scope_missing',
  'work_type_missing',
];
/** Nobody can say what these should be before it is known on which basis the work may be used. */
export const FOLLOW_FROM_BASIS: readonly RuleCode[] = [
  'evidence_missing',
  'licence_missing',
  'owner_missing',
  'scope_missing',
];

type Answered = Pick<RightsRecord, 'component' | 'interview'>;

const trackOf = (record: Answered) => (record.component ? 'component' : 'whole');

/** What the officer was not sure of and hands to the editor, in the order in which it was asked. */
export const openQuestions = (record: Answered): EditorQuestion[] => {
  const stored = readInterview(record.interview);
  if (!stored) return [];
  return editorQuestions(walk(stored.answers, { track: trackOf(record) }).steps, INTERVIEW);
};

/**
 * "I am not sure" is an answer: a claim with a question on it may be submitted without what the
 * question is about. It is not approved before that is there.
 */
export const withQuestions = (
  record: RightsRecord,
  reasons: readonly ClearanceReason[],
): ClearanceReason[] => {
  const asked = openQuestions(record).map(({ field }) => field);
  const noBasis = !record.basis && asked.includes('rights.basis');
  const waits = ({ code, field }: ClearanceReason) =>
    (ASKED_INSTEAD.includes(code) && asked.includes(field)) ||
    (noBasis && FOLLOW_FROM_BASIS.includes(code));
  return reasons.map((reason) => (waits(reason) ? { ...reason, from: 'approve' } : reason));
};

/** Kinds of third-party parts that the answers name and no component record speaks of yet. */
export const unrecordedComponents = (
  record: RightsRecord,
  components: readonly RightsRecord[],
): string[] => {
  const stored = readInterview(record.interview);
  if (!stored) return [];
  const named = walk(stored.answers, { track: trackOf(record) })
    .steps.flatMap(({ chosen }) => chosen)
    .flatMap((answer) => answer.components ?? [])
    .map(({ kind }) => kind);
  const recorded = components.map((one) => readInterview(one.interview)?.kind);
  return [...new Set(named)].filter((kind) => !recorded.includes(kind));
};
