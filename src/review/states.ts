/** The two axes of `docs/reference/workflow.md`: where the working copy stands, what the world sees. */
export const WORKING_STATES = [
  'draft',
  'awaiting_endorsement',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'published',
  'rejected',
] as const;
export type WorkingState = (typeof WORKING_STATES)[number];

export const PUBLICATION_STATUSES = ['none', 'live', 'withdrawn'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

export const ACTIONS = [
  'submit',
  'endorse',
  'recall',
  'claim',
  'release',
  'reassign',
  'return',
  'reject',
  'approve',
  'unapprove',
  'publish',
  'revise',
  'withdraw',
  'reinstate',
] as const;
export type Action = (typeof ACTIONS)[number];

export const ROLES = ['contributor', 'manager', 'editor', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const REASONS = [
  'incomplete_metadata',
  'rights_unclear',
  'evidence_insufficient',
  'component_unlicensed',
  'quality',
  'accessibility',
  'duplicate',
  'out_of_scope',
  'wrong_licence',
  'request_of_owner',
  'factual_error',
  /** Only the system gives these two. */
  'term_ended',
  'takedown',
  'other',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** Why something public is withdrawn: what is only asked of a draft does not belong here. */
const WITHDRAW_REASONS: readonly ReasonCode[] = [
  'request_of_owner',
  'rights_unclear',
  'component_unlicensed',
  'wrong_licence',
  'factual_error',
  'quality',
  'duplicate',
  'out_of_scope',
  'other',
];

/** The reasons a person may give. */
export const PERSON_REASONS: readonly ReasonCode[] = REASONS.filter(
  (code) => code !== 'term_ended' && code !== 'takedown',
);

/** The reasons that fit an action. */
export function reasonsFor(action: Action): readonly ReasonCode[] {
  return action === 'withdraw' ? WITHDRAW_REASONS : PERSON_REASONS;
}
