import type { WorkbenchView } from '../../review/view-models';
import type { T } from '../make-t';
import { formatMoment } from '../ui/format';
import type { Tally } from './verdicts';

/** The sentence of the decision bar, and why the decision cannot be taken yet. */
export function decisionText(
  t: T,
  view: WorkbenchView,
  sum: Tally,
): { say: string | null; why: string | null } {
  const find = (action: string) => view.actions.find((one) => one.action === action);
  const claim = find('claim');
  if (claim) return { say: t('review.claimSay'), why: claim.enabled ? null : claim.why };
  const approve = view.state === 'in_review' ? find('approve') : undefined;
  if (approve) {
    const open = [
      sum.question > 0 && t('review.tally.question', { count: sum.question }),
      sum.no > 0 && t('review.tally.no', { count: sum.no }),
    ].filter(Boolean);
    const notYet = open.length > 0 ? t('review.notYet', { what: open.join(', ') }) : null;
    return { say: view.approvalSentence, why: approve.enabled ? notYet : approve.why };
  }
  const publish = find('publish');
  if (publish) {
    return {
      say: view.scheduledAt
        ? t('material.scheduled', { at: formatMoment(view.scheduledAt) })
        : t('review.approvedSay'),
      why: publish.enabled ? null : publish.why,
    };
  }
  if (view.state === 'in_review' && view.holder) {
    return { say: t('review.heldBy', { name: view.holder.name }), why: null };
  }
  if (find('withdraw') && view.state === 'published')
    return { say: t('review.liveSay'), why: null };
  const reinstate = find('reinstate');
  if (reinstate)
    return { say: t('review.withdrawnSay'), why: reinstate.enabled ? null : reinstate.why };
  return { say: t('review.nothingToDecide', { state: view.stateLabel }), why: null };
}
