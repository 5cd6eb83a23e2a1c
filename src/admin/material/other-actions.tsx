'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ActionView } from '../../review/view-models';
import { ActionDialog } from '../actions/action-dialog';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { notifyDone, notifyProblem } from '../ui/notify';
import { ownActions } from './deciding';
import { ACTION_ICONS } from './timeline';
import { titleOf } from './title-of';
import { useWorkbench } from './workbench';

/** Everything else that can be done, or cannot be done yet with the reason under it. */
export function OtherActions() {
  const t = useT();
  const { view, save, reload, openTab } = useWorkbench();
  const [asking, setAsking] = useState<ActionView | null>(null);
  const [binning, setBinning] = useState(false);
  const others = ownActions(view).filter((one) => !one.primary);
  const binnable = view.writable && view.state === 'draft' && !view.identifier;
  if (others.length === 0 && !binnable && view.live?.status !== 'live') return null;

  return (
    <section>
      <h2>{t('material.others')}</h2>
      <ul className="kho-others">
        {others.map((one) => (
          <li key={one.action}>
            <button
              aria-disabled={!one.enabled || undefined}
              onClick={() => one.enabled && void save().then((ok) => ok && setAsking(one))}
              type="button"
            >
              <Icon name={ACTION_ICONS[one.action]} />
              <span>
                {one.label}
                {!one.enabled && one.why && <small>{one.why}</small>}
              </span>
            </button>
          </li>
        ))}
        {view.live?.status === 'live' && (
          <li>
            <button onClick={() => openTab('ban-cong-bo')} type="button">
              <Icon name="file" />
              {t('material.openLive')}
            </button>
          </li>
        )}
        {binnable && (
          <li>
            <button onClick={() => setBinning(true)} type="button">
              <Icon name="bin" />
              {t('material.toBin')}
            </button>
          </li>
        )}
      </ul>
      <ActionDialog
        action={asking}
        id={view.id}
        onClose={() => setAsking(null)}
        onDone={() => {
          setAsking(null);
          void reload();
        }}
        title={titleOf(t, view.title)}
        view={view}
      />
      <BinDialog onClose={() => setBinning(false)} open={binning} />
    </section>
  );
}

function BinDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const router = useRouter();
  const { view } = useWorkbench();
  const [busy, setBusy] = useState(false);
  const bin = async () => {
    setBusy(true);
    try {
      await request(`/api/materials/${view.id}?depth=0`, {
        method: 'PATCH',
        body: { deletedAt: new Date().toISOString() },
        ifMatch: view.updatedAt,
      });
      notifyDone(t('material.binned'));
      router.push('/admin/hoc-lieu');
    } catch (cause) {
      notifyProblem(t, cause);
      setBusy(false);
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button busy={busy} onClick={() => void bin()} variant="danger">
            {t('material.toBin')}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t('material.toBinTitle', { title: titleOf(t, view.title) })}
    >
      <p>{t('material.toBinText')}</p>
    </Dialog>
  );
}
