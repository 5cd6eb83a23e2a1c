'use client';
import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';

/** What the department wants to be known before it is read: the words it was handed in with. */
export function HandedInWords({ view }: { view: Pick<WorkbenchView, 'timeline'> }) {
  const t = useT();
  const published = view.timeline.findLastIndex(({ action }) => action === 'publish');
  const said = view.timeline
    .slice(published + 1)
    .filter(({ action, comment }) => (action === 'submit' || action === 'endorse') && comment);
  if (said.length === 0) return null;
  return (
    <details className="kho-last" open>
      <summary>
        <Icon name="restore" small />
        <b>{t('review.words.title')}</b>
        <Icon name="down" small />
      </summary>
      <div className="kho-last__sides kho-sm">
        {said.map(({ at, by, comment, label }) => (
          <div key={at}>
            <p className="kho-muted">
              {t('review.words.by', {
                what: label,
                name: by?.name ?? t('common.system'),
                date: formatDate(at),
              })}
            </p>
            <p className="kho-last__words">{comment}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
