'use client';
import { useState } from 'react';
import { Popup } from '../frame/popup';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';
import { SavedDialog, type SavedQuestion } from './saved-dialog';
import { MOST_VIEWS, viewOf, type QueueFilter, type SavedView } from './saved-views';
import { useSavedViews } from './use-saved-views';

/** "Đã lưu: …": the person's own filters, and keeping the one that is set now. */
export function SavedMenu({
  filter,
  shown,
  onOpen,
}: {
  filter: QueueFilter;
  /** The filter in words. */
  shown: string;
  onOpen: (view: SavedView) => void;
}) {
  const t = useT();
  const [asking, setAsking] = useState<SavedQuestion | null>(null);
  const saved = useSavedViews();
  const current = viewOf(saved.views, filter);
  const label = current ? t('queue.saved.current', { name: current.name }) : t('queue.saved.menu');
  return (
    <>
      <Popup
        button={
          <>
            <Icon name="book" />
            <span className="kho-queue__saved">{label}</span>
            <Icon name="down" small />
          </>
        }
        label={label}
      >
        {saved.views.length === 0 && <p className="kho-sm kho-muted">{t('queue.saved.none')}</p>}
        {saved.views.map((view) => (
          <button
            aria-current={view.name === current?.name || undefined}
            key={view.name}
            onClick={() => onOpen(view)}
            type="button"
          >
            <Icon name={view.name === current?.name ? 'check' : 'filter'} />
            {view.name}
          </button>
        ))}
        <div className="kho-queue__saved-more" role="group">
          {!current && saved.views.length < MOST_VIEWS && (
            <button onClick={() => setAsking({ kind: 'save' })} type="button">
              <Icon name="plus" />
              {t('queue.saved.save')}
            </button>
          )}
          {current && (
            <>
              <button onClick={() => setAsking({ kind: 'rename', view: current })} type="button">
                <Icon name="draft" />
                {t('queue.saved.rename', { name: current.name })}
              </button>
              <button onClick={() => setAsking({ kind: 'remove', view: current })} type="button">
                <Icon name="bin" />
                {t('queue.saved.remove', { name: current.name })}
              </button>
            </>
          )}
        </div>
      </Popup>
      <SavedDialog
        asking={asking}
        filter={filter}
        onClose={() => setAsking(null)}
        saved={saved}
        shown={shown}
      />
    </>
  );
}
