import type { TypedUser } from 'payload';
import type { WorkingState } from '../../src/review/states';
import type { Step } from '../factories/materials';
import { OFFICE, OWN, type Actor } from './people';

/** Every state a working copy and its publication can be in, as far as somebody's sight depends on it. */
export const STATES = [
  'draft',
  'bin',
  'awaiting_endorsement',
  'submitted',
  'in_review',
  'returned',
  'rejected',
  'approved',
  'scheduled',
  'embargoed',
  'published',
  'published_newer_draft',
  'reserved',
  'withdrawn',
  'reinstated',
] as const;
export type State = (typeof STATES)[number];

/** What has not reached the editors is the department's own. */
const BEFORE_EDITORS: readonly State[] = ['draft', 'bin', 'awaiting_endorsement'];
/** What anybody may read without a key. */
export const OPEN: readonly State[] = ['published', 'published_newer_draft', 'reinstated'];
/** What is published, to anybody or to named portals. */
export const LIVE: readonly State[] = [...OPEN, 'reserved'];
/** What the world is told is gone. */
export const GONE: readonly State[] = ['withdrawn'];
/** Nobody has taken any step yet. */
export const UNDECIDED: readonly State[] = ['draft', 'bin'];

export function maySee(actor: Actor, state: State): boolean {
  return OWN.includes(actor) || (OFFICE.includes(actor) && !BEFORE_EDITORS.includes(state));
}

/** Who may change the content in which states, whatever they may see. */
export function mayWrite(actor: Actor, state: State): boolean {
  const open: readonly State[] = ['draft', 'bin', 'returned', 'published_newer_draft'];
  return ['own', 'two_departments', 'manager'].includes(actor) && open.includes(state);
}

/** The working state behind each: under which the lists have it. */
export const TAB: Record<State, WorkingState | 'bin'> = {
  draft: 'draft',
  bin: 'bin',
  awaiting_endorsement: 'awaiting_endorsement',
  submitted: 'submitted',
  in_review: 'in_review',
  returned: 'returned',
  rejected: 'rejected',
  approved: 'approved',
  scheduled: 'approved',
  embargoed: 'approved',
  published: 'published',
  published_newer_draft: 'draft',
  reserved: 'published',
  withdrawn: 'published',
  reinstated: 'published',
};

/** The last day of the embargo in state `embargoed`. */
export const EMBARGO = '2199-12-31';
export const SCHEDULED_AT = '2199-01-01T00:00:00.000Z';

export interface Taken {
  author: TypedUser;
  decider: TypedUser;
  /** Goes with each step; another with the one that begins a newer draft. */
  comment: string;
  newerComment: string;
}

/** The steps from a complete draft to each state. */
export function stepsTo(state: State, { author, decider, comment, newerComment }: Taken): Step[] {
  const submit: Step = { as: author, action: 'submit', comment };
  const claimed: Step[] = [submit, { as: decider, action: 'claim' }];
  const decide = (action: 'return' | 'reject'): Step[] => [
    ...claimed,
    { as: decider, action, reasons: ['quality'], comment },
  ];
  const approved: Step[] = [...claimed, { as: decider, action: 'approve', comment }];
  const published: Step[] = [...approved, { as: decider, action: 'publish' }];
  const withdrawn: Step[] = [
    ...published,
    { as: decider, action: 'withdraw', reasons: ['quality'], comment },
  ];
  const steps: Record<State, Step[]> = {
    draft: [],
    bin: [],
    awaiting_endorsement: [submit],
    submitted: [submit],
    in_review: claimed,
    returned: decide('return'),
    rejected: decide('reject'),
    approved,
    scheduled: [...approved, { as: decider, action: 'publish', at: SCHEDULED_AT }],
    embargoed: approved,
    published,
    published_newer_draft: [...published, { as: author, action: 'revise', comment: newerComment }],
    reserved: published,
    withdrawn,
    reinstated: [...withdrawn, { as: decider, action: 'reinstate', comment }],
  };
  return steps[state];
}
