'use client';
import { useState } from 'react';
import { ProblemList } from '../actions/problem-list';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { notifyDone } from '../ui/notify';
import { TextInput } from '../ui/text-control';
import {
  LONGEST_NAME,
  plainName,
  renamed,
  without,
  withView,
  type QueueFilter,
  type SavedView,
} from './saved-views';
import type { useSavedViews } from './use-saved-views';

export type SavedQuestion = { kind: 'save' } | { kind: 'rename' | 'remove'; view: SavedView };

/** Names a filter, gives it another name, or asks before it goes. */
export function SavedDialog({
  asking,
  filter,
  shown,
  saved,
  onClose,
}: {
  asking: SavedQuestion | null;
  filter: QueueFilter;
  shown: string;
  saved: ReturnType<typeof useSavedViews>;
  onClose: () => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<SavedQuestion | null>(null);
  if (asking !== opened) {
    setOpened(asking);
    setTyped(asking?.kind === 'rename' ? asking.view.name : '');
    saved.clear();
  }
  const name = plainName(typed);
  const kind = asking?.kind ?? 'save';
  const own = asking && asking.kind !== 'save' ? asking.view.name : null;
  const taken = kind !== 'remove' && name !== own && saved.views.some((one) => one.name === name);

  const go = async () => {
    const done = await saved.change((views) => {
      if (own === null) return withView(views, { ...filter, name });
      return kind === 'rename' ? renamed(views, own, name) : without(views, own);
    });
    if (!done) return;
    notifyDone(t(`queue.saved.done.${kind}`));
    onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            blocked={kind !== 'remove' && name === ''}
            busy={saved.busy}
            onClick={() => void go()}
            variant={kind === 'remove' ? 'danger' : 'primary'}
          >
            {t(`queue.saved.go.${kind}`)}
          </Button>
        </>
      }
      onClose={onClose}
      open={asking !== null}
      title={t(`queue.saved.ask.${kind}`, { name: own ?? '' })}
    >
      {kind === 'remove' ? (
        <p>{t('queue.saved.removeText')}</p>
      ) : (
        <>
          {kind === 'save' && <p>{t('queue.saved.what', { shown })}</p>}
          <Field
            hint={taken ? t('queue.saved.taken', { name }) : t('queue.saved.hint')}
            label={t('queue.saved.name')}
            path="queue.saved"
          >
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={LONGEST_NAME}
                onChange={setTyped}
                onKeyDown={(event) => event.key === 'Enter' && name !== '' && void go()}
                value={typed}
              />
            )}
          </Field>
        </>
      )}
      <ProblemList problem={saved.problem} />
    </Dialog>
  );
}
