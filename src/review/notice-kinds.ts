/** What people are told of; the words are `mail:<kind>`. */
export const NOTICE_KINDS = [
  'awaiting',
  'submit',
  'endorse',
  'return',
  'reject',
  'approve',
  'unapprove',
  'scheduled',
  'publish',
  'withdraw',
  'reinstate',
  'takedown',
  'takedown_near',
  'takedown_late',
  'takedown_upheld',
  'comment',
  'assign',
  'schedule_cancelled',
  'expiring',
  'expired',
  'review_due',
  'review_overdue',
  'embargo_ending',
  'embargo_ended',
  'overdue',
  'claim_returned',
  'passed_on',
  'revise',
  'department_merged',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a statutory clock runs for, some of them in hours: it is never held back for the mail of the day. */
export const isUrgent = (kind: NoticeKind): boolean =>
  kind === 'takedown' || kind === 'takedown_near' || kind === 'takedown_late';

/**
 * Whether a notice has left by mail: `pending` until the worker has looked at it, `kept` for the
 * daily digest of its reader, `none` when they want no mail or may not see the material any more.
 */
export const MAIL_STATES = ['pending', 'kept', 'sent', 'none'] as const;
export type MailState = (typeof MAIL_STATES)[number];
