'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Action } from '../../review/states';
import type { ActionView, WorkbenchView } from '../../review/view-models';
import { ActionDialog } from '../actions/action-dialog';
import { useRunAction } from '../actions/use-run-action';
import { Popup } from '../frame/popup';
import { useT } from '../hooks/use-t';
import { titleOf } from '../material/title-of';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { notifyProblem } from '../ui/notify';
import { decisionText } from './decision-text';
import { returnDraft, tally, type Line, type Notes } from './verdicts';

const MORE: readonly Action[] = ['release', 'reassign', 'unapprove', 'revise'];

/** The decision keeps its place; what cannot run yet says why; the filled button is the one that can. */
export function DecisionBar({
  view,
  lines,
  notes,
  reload,
  forget,
}: {
  view: WorkbenchView;
  lines: Line[];
  notes: Notes;
  reload: () => Promise<unknown>;
  forget: () => void;
}) {
  const t = useT();
  const router = useRouter();
  const [asking, setAsking] = useState<ActionView | null>(null);
  const claim = useRunAction(view.id);
  const sum = tally(lines, notes);
  const open = sum.question + sum.no;
  const judged = view.state === 'in_review' || view.state === 'submitted';
  const find = (action: Action) => view.actions.find((one) => one.action === action);
  const decide = (action: Action) => (judged ? find(action) : undefined);
  const [approve, giveBack, reject] = [decide('approve'), decide('return'), decide('reject')];
  const [take, publish] = [find('claim'), find('publish')];
  const [withdraw, reinstate] = [find('withdraw'), find('reinstate')];
  const { say, why } = decisionText(t, view, sum);
  const canApprove = approve?.enabled === true && open === 0;
  const more = view.actions.filter(({ action, enabled }) => enabled && MORE.includes(action));

  const takeIt = async () => {
    if (await claim.run({ action: 'claim' })) await reload();
    else if (claim.problem) notifyProblem(t, claim.problem);
  };
  const done = (action: Action) => {
    setAsking(null);
    if (action === 'return' || action === 'reject' || action === 'publish') {
      forget();
      // What has its moment stands there; what is out leaves the next to publish.
      router.push(`/admin/hang-doi?tab=${action === 'publish' ? 'approved' : 'mine'}`);
      return;
    }
    void reload();
  };

  return (
    <div aria-label={t('review.decision')} className="kho-decide" role="region">
      <div>
        {say && <p className="kho-sm kho-decide__say">{say}</p>}
        {why && (
          <p className="kho-decide__why" id="kho-not-yet">
            <Icon name="alert" small />
            <span>{why}</span>
          </p>
        )}
        {claim.problem && <p className="kho-decide__why">{claim.problem.title}</p>}
      </div>
      {more.length > 0 && (
        <Popup
          button={
            <>
              <span className="kho-long">{t('material.others')}</span>
              <Icon name="up" small />
            </>
          }
          label={t('material.others')}
          up
        >
          {more.map((one) => (
            <button key={one.action} onClick={() => setAsking(one)} type="button">
              {one.label}
            </button>
          ))}
        </Popup>
      )}
      {reject && (
        <Button blocked={!reject.enabled} onClick={() => setAsking(reject)}>
          {t('review.reject')}
        </Button>
      )}
      {giveBack && (
        <Button
          blocked={!giveBack.enabled}
          onClick={() => setAsking(giveBack)}
          variant={giveBack.enabled && !canApprove ? 'primary' : 'plain'}
        >
          <span>
            {t('review.return')}
            <span className="kho-long"> {t('review.returnLong')}</span>…
          </span>
          {open > 0 && <span className="kho-decide__n">{open}</span>}
        </Button>
      )}
      {approve && (
        <Button
          aria-describedby={why ? 'kho-not-yet' : undefined}
          blocked={!canApprove}
          onClick={() => setAsking(approve)}
          variant={canApprove ? 'primary' : 'plain'}
        >
          {t('review.approve')}
        </Button>
      )}
      {take && (
        <Button
          blocked={!take.enabled}
          busy={claim.busy}
          onClick={() => void takeIt()}
          variant="primary"
        >
          {t('review.claimIt')}
        </Button>
      )}
      {publish && (
        <Button
          aria-describedby={why ? 'kho-not-yet' : undefined}
          blocked={!publish.enabled}
          onClick={() => setAsking(publish)}
          variant={publish.enabled ? 'primary' : 'plain'}
        >
          {t('review.publish')}
        </Button>
      )}
      {withdraw && (
        <Button blocked={!withdraw.enabled} onClick={() => setAsking(withdraw)}>
          {withdraw.label}…
        </Button>
      )}
      {reinstate && (
        <Button
          blocked={!reinstate.enabled}
          onClick={() => setAsking(reinstate)}
          variant={judged || publish || !reinstate.enabled ? 'plain' : 'primary'}
        >
          {reinstate.label}…
        </Button>
      )}
      <ActionDialog
        action={asking}
        id={view.id}
        note={
          asking?.action === 'approve' && sum.unread > 0
            ? t('review.unreadNote', { count: sum.unread })
            : null
        }
        onClose={() => setAsking(null)}
        onDone={done}
        prefill={
          asking?.action === 'return' || asking?.action === 'reject'
            ? returnDraft(lines, notes)
            : undefined
        }
        title={titleOf(t, view.title)}
        view={view}
      />
    </div>
  );
}
