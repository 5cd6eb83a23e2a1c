'use client';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ClashList, useSides } from './clash-list';
import { useWorkbench } from './workbench';

/** Two people changed the same field: the person chooses, nothing is lost before. */
export function ConflictDialog() {
  const t = useT();
  const { conflict, settle, postpone } = useWorkbench();
  const [choose, onChoose] = useSides();

  return (
    <Dialog
      footer={
        <>
          <Button onClick={postpone}>{t('conflict.later')}</Button>
          <Button onClick={() => settle(choose)} variant="primary">
            {t('conflict.settle')}
          </Button>
        </>
      }
      onClose={postpone}
      open={conflict !== null}
      title={t('conflict.title')}
      wide
    >
      <p>{t('conflict.text', { name: conflict?.by ?? t('save.someone') })}</p>
      <ClashList
        choose={choose}
        list={conflict?.list ?? []}
        onChoose={onChoose}
        words={{ mine: t('conflict.mine'), theirs: t('conflict.theirs') }}
      />
    </Dialog>
  );
}
