'use client';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { useWorkbench } from './workbench';

/** The second axis: what the world sees, whatever the working copy is doing. */
export function PublicationStatusLine() {
  const t = useT();
  const { view } = useWorkbench();
  return (
    <>
      {view.publicationStatus === 'live' && (
        <span className="kho-live">
          <Icon name="published" small />
          {view.state === 'published'
            ? t('material.liveRevision', { revision: view.revision ?? 1 })
            : t('material.stillLiveRevision', { revision: view.revision ?? 1 })}
        </span>
      )}
      {view.scheduledAt && (
        <span className="kho-live">
          <Icon name="clock" small />
          {t('material.scheduled', { at: formatMoment(view.scheduledAt) })}
        </span>
      )}
    </>
  );
}
