import { readInterview } from './interview/stored-interview';
import type { ClearanceReason, RuleCode } from './reason-codes';
import type { RightsRecord } from './types';

/** Questions true of the one work they were asked about: no answer to them is taken over. */
export const ASKED_ANEW: readonly string[] = [
  'others_work',
  'people',
  'adults_consent',
  'children_consent',
  'ai',
];

/** What only warns elsewhere, by the question that answers it. */
const ANEW: Partial<Record<RuleCode, string>> = {
  portrait_consent_unanswered: 'people',
  ai_use_unanswered: 'ai',
};

/** Whether a claim came from another material and this question was not answered for its own. */
export const isUnanswered = (record: RightsRecord, question: string): boolean => {
  const stored = readInterview(record.interview);
  return !!stored?.takenFrom && !stored.answers[question]?.length;
};

/**
 * A claim that was taken over is submitted only when somebody has said of this very work who is seen
 * in it and whether AI made it.
 */
export const askedAnew = (
  record: RightsRecord,
  reasons: readonly ClearanceReason[],
): ClearanceReason[] =>
  reasons.map((reason) => {
    const question = ANEW[reason.code];
    return question && isUnanswered(record, question) ? { ...reason, from: 'submit' } : reason;
  });
