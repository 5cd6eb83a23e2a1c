'use client';
import { useState } from 'react';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';
import { ProblemList } from '../actions/problem-list';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { notifyDone } from '../ui/notify';
import { DecideDialog } from './decide-dialog';

/** What may be done with the notice now; each is asked once more before it happens. */
export function TakedownActions({
  view,
  onDone,
}: {
  view: TakedownView;
  onDone: () => Promise<unknown>;
}) {
  const t = useT();
  const [asking, setAsking] = useState<'withdraw' | 'decide'>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setAsking(undefined);
    setProblem(null);
  };

  async function run(action: 'withdraw' | 'decide', body: object) {
    setBusy(true);
    setProblem(null);
    try {
      await request(`/api/staff/takedowns/${view.id}/${action}`, { method: 'POST', body });
      close();
      notifyDone(t(`takedowns.done.${action}`));
      await onDone();
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setBusy(false);
    }
  }

  const { can } = view;
  const live = view.items.filter(
    (item) => item.publication === 'live' || item.takenByNotice,
  ).length;
  if (!can.decide) return null;
  return (
    <div className="kho-takedown__actions">
      {can.withdraw && (
        <Button icon="withdrawn" onClick={() => setAsking('withdraw')} variant="danger">
          {t('takedowns.withdraw')}
        </Button>
      )}
      <Button onClick={() => setAsking('decide')} variant="primary">
        {t('takedowns.decide')}
      </Button>
      <Dialog
        footer={
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button busy={busy} onClick={() => void run('withdraw', {})} variant="danger">
              {t('takedowns.withdraw')}
            </Button>
          </>
        }
        onClose={close}
        open={asking === 'withdraw'}
        title={t('takedowns.withdrawAsk', { count: live })}
      >
        <p>{t('takedowns.withdrawMeans')}</p>
        <ProblemList problem={problem} />
      </Dialog>
      <DecideDialog
        busy={busy}
        onClose={close}
        onDecide={(decision) => void run('decide', decision)}
        open={asking === 'decide'}
        problem={problem}
        view={view}
      />
    </div>
  );
}
