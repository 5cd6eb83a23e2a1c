/** Every act the trail knows, by its kind: `recordEvent` takes no other, and each has its words. */
export const AUDIT_ACTIONS = {
  material: [
    ...(['create', 'edit', 'bin', 'restore', 'delete', 'move'] as const),
    ...(['schedule', 'schedule_cancelled', 'take_over'] as const),
    ...(['submit', 'endorse', 'recall', 'claim', 'release', 'reassign', 'return'] as const),
    ...(['reject', 'approve', 'unapprove', 'publish', 'revise', 'withdraw', 'reinstate'] as const),
  ],
  rights: ['create', 'edit', 'remove', 'decide', 'undecide', 'decision_ended'],
  takedown: ['receive', 'withdraw', 'decide'],
  user: ['create', 'edit', 'password', 'reset_password', 'sign_in'],
  portal: ['create', 'edit', 'make_key', 'replace_key'],
  licence: ['create', 'edit'],
  term: ['create', 'edit'],
  department: ['create', 'edit', 'merge'],
  outbox: ['retry'],
} as const;
export type AuditKind = keyof typeof AUDIT_ACTIONS;
export type AuditAction = {
  [K in AuditKind]: `${K}.${(typeof AUDIT_ACTIONS)[K][number]}`;
}[AuditKind];

export const actionsOf = (kind: AuditKind): string[] =>
  AUDIT_ACTIONS[kind].map((what) => `${kind}.${what}`);
