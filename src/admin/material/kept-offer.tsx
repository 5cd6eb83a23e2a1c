'use client';
import { useEffect, useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { formatMoment } from '../ui/format';
import { ClashList, useSides } from './clash-list';
import { differences, resolve } from './conflicts';
import { useWorkbench } from './workbench';

/** Words of an earlier sitting that were never saved: offered with what is stored beside them. */
export function KeptOffer() {
  const t = useT();
  const { left, letGo, takeBack, view } = useWorkbench();
  const [open, setOpen] = useState(false);
  const [choose, onChoose] = useSides();
  const list = left ? differences(left.edits, view) : [];
  const unread = Object.values(left?.unread ?? {});
  const nothing = left !== null && list.length + unread.length === 0;

  useEffect(() => {
    if (nothing) letGo();
  }, [nothing, letGo]);
  if (!left || nothing) return null;

  const done = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <div className="kho-callout kho-callout--info kho-offer kho-kept" role="status">
      <div>
        <strong>{t('kept.title', { at: formatMoment(left.at) })}</strong>
        <p className="kho-sm">{t(view.writable ? 'kept.text' : 'kept.locked')}</p>
      </div>
      <Button onClick={() => setOpen(true)}>{t('kept.compare')}</Button>
      <Dialog
        footer={
          <>
            <Button onClick={done(letGo)}>{t('kept.letGo')}</Button>
            {view.writable && (
              <Button onClick={done(() => takeBack(resolve({}, list, choose)))} variant="primary">
                {t('kept.takeBack')}
              </Button>
            )}
          </>
        }
        onClose={() => setOpen(false)}
        open={open}
        title={t('kept.title', { at: formatMoment(left.at) })}
        wide
      >
        <p>{t(view.writable ? 'kept.choose' : 'kept.locked')}</p>
        <ClashList
          choose={choose}
          list={list}
          onChoose={onChoose}
          readOnly={!view.writable}
          words={{ mine: t('kept.mine'), theirs: t('conflict.theirs') }}
        />
        {unread.map(({ label, text }) => (
          <p key={label}>
            {label}: <b>{text}</b>
          </p>
        ))}
      </Dialog>
    </div>
  );
}
