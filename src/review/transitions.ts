import { decides, worksIn, type Person } from './people';
import type { Action, PublicationStatus, Role, WorkingState } from './states';

/** Which working states an action starts from. Those on the publication axis start from any. */
export const FROM: Record<Action, readonly WorkingState[] | 'any'> = {
  submit: ['draft', 'returned'],
  endorse: ['awaiting_endorsement'],
  recall: ['awaiting_endorsement', 'submitted'],
  claim: ['submitted'],
  release: ['in_review'],
  reassign: ['in_review'],
  return: ['in_review', 'awaiting_endorsement'],
  reject: ['in_review'],
  approve: ['in_review'],
  unapprove: ['approved'],
  publish: ['approved'],
  revise: ['published'],
  withdraw: 'any',
  reinstate: 'any',
};

/** Where it leads; absent for actions that leave the working state alone. */
export const TO: Partial<Record<Action, WorkingState>> = {
  submit: 'submitted',
  endorse: 'submitted',
  recall: 'draft',
  claim: 'in_review',
  release: 'submitted',
  return: 'returned',
  reject: 'rejected',
  approve: 'approved',
  unapprove: 'in_review',
  publish: 'published',
  revise: 'draft',
};

export const NEEDS_REASONS: readonly Action[] = ['return', 'reject', 'withdraw'];
/** What the screens ask a reason for; programs may take an approval back without one. */
export const ASKS_REASONS: readonly Action[] = [...NEEDS_REASONS, 'unapprove'];

export interface Situation {
  state: WorkingState;
  publicationStatus: PublicationStatus;
  departmentId: string;
  holderId: string | undefined;
  approverId: string | undefined;
}

export type Refusal =
  | { kind: 'state' }
  | { kind: 'role' }
  | { kind: 'otherDepartment' }
  | { kind: 'notHolder' }
  | { kind: 'notApprover' }
  | { kind: 'notLive' }
  | { kind: 'notWithdrawn' };

function mayAct(action: Action, person: Person, at: Situation): Refusal | undefined {
  const holds = at.holderId === person.id;
  const role: Refusal = { kind: 'role' };
  const department = (allowed: Role[]): Refusal | undefined => {
    if (!allowed.includes(person.role)) return role;
    return worksIn(person, at.departmentId) ? undefined : { kind: 'otherDepartment' };
  };
  switch (action) {
    case 'submit':
    case 'recall':
      return department(['contributor', 'manager']);
    case 'endorse':
      return department(['manager']);
    case 'claim':
      return person.role === 'editor' ? undefined : role;
    case 'release':
      if (!decides(person.role)) return role;
      return holds || person.role === 'administrator' ? undefined : { kind: 'notHolder' };
    case 'return':
      if (at.state === 'awaiting_endorsement') return department(['manager']);
      if (!decides(person.role)) return role;
      return holds ? undefined : { kind: 'notHolder' };
    case 'reject':
    case 'approve':
      if (!decides(person.role)) return role;
      return holds ? undefined : { kind: 'notHolder' };
    case 'unapprove':
      if (!decides(person.role)) return role;
      return at.approverId === person.id || person.role === 'administrator'
        ? undefined
        : { kind: 'notApprover' };
    case 'revise':
      return person.role === 'editor' ? undefined : department(['contributor', 'manager']);
    case 'reassign':
    case 'publish':
    case 'withdraw':
    case 'reinstate':
      return decides(person.role) ? undefined : role;
  }
}

/** Whether this person may take this action now; the first thing in the way, or undefined. */
export function refusal(action: Action, person: Person, at: Situation): Refusal | undefined {
  const forbidden = mayAct(action, person, at);
  if (forbidden) return forbidden;
  const from = FROM[action];
  if (from !== 'any' && !from.includes(at.state)) return { kind: 'state' };
  if (action === 'withdraw' && at.publicationStatus !== 'live') return { kind: 'notLive' };
  if (action === 'reinstate' && at.publicationStatus !== 'withdrawn') {
    return { kind: 'notWithdrawn' };
  }
  return undefined;
}
