import type { Action } from '../../review/states';
import type { ActionView, WorkbenchView } from '../../review/view-models';

const DECISIONS: readonly Action[] = [
  'claim',
  'release',
  'reassign',
  'return',
  'reject',
  'approve',
  'unapprove',
  'publish',
];
const REVIEWED: readonly WorkbenchView['state'][] = ['submitted', 'in_review', 'approved'];

/** Decisions of the office are taken in the review, beside the evidence; the page leads there. */
export function ledToReview(view: WorkbenchView): boolean {
  return (
    REVIEWED.includes(view.state) && view.actions.some(({ action }) => DECISIONS.includes(action))
  );
}

/** What the material's own page offers; a decision only where it is not the office's (a manager's return). */
export function ownActions(view: WorkbenchView): ActionView[] {
  return view.actions.filter(
    ({ action, enabled }) =>
      !DECISIONS.includes(action) || (enabled && !REVIEWED.includes(view.state)),
  );
}
