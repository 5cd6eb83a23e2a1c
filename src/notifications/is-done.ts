import type { TakedownStatus } from '../platform/takedown';
import type { NoticeKind } from '../review/notice-kinds';
import type { WorkingState } from '../review/states';

/** What a notice asks of its reader, by the states in which that is still to be done. The others are news. */
const ASKED_IN: Partial<Record<NoticeKind, readonly WorkingState[]>> = {
  awaiting: ['awaiting_endorsement'],
  submit: ['submitted'],
  assign: ['in_review'],
  return: ['returned'],
  overdue: ['awaiting_endorsement', 'submitted', 'in_review'],
  embargo_ended: ['approved'],
  revise: ['draft'],
};
const OF_INFRINGEMENT: readonly NoticeKind[] = ['takedown', 'takedown_near', 'takedown_late'];

export interface About {
  material?: { state: WorkingState; stepSince?: string | null } | undefined;
  takedown?: { status: TakedownStatus } | undefined;
}

/**
 * What the notice asks for has been done, by its reader or a colleague: it is not to be counted any
 * more. A second return is a step of its own, which does not bring back the notice of the first.
 */
export function isDone({ kind, at }: { kind: NoticeKind; at: string }, about: About): boolean {
  const { material, takedown } = about;
  if (takedown) return OF_INFRINGEMENT.includes(kind) && takedown.status === 'decided';
  const states = ASKED_IN[kind];
  if (!states || !material) return false;
  return !states.includes(material.state) || at < (material.stepSince ?? '');
}
