'use client';
import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Said, SaidBefore } from './said-before';

/** What the department wants to be known before it is read: the words it was handed in with. */
export function HandedInWords({ view }: { view: Pick<WorkbenchView, 'timeline'> }) {
  const t = useT();
  const published = view.timeline.findLastIndex(({ action }) => action === 'publish');
  const said = view.timeline
    .slice(published + 1)
    .filter(({ action, comment }) => (action === 'submit' || action === 'endorse') && comment);
  if (said.length === 0) return null;
  return (
    <SaidBefore title={t('review.words.title')}>
      {said.map((entry) => (
        <SaidEntry entry={entry} key={entry.at} />
      ))}
    </SaidBefore>
  );
}

export function SaidEntry({ entry }: { entry: WorkbenchView['timeline'][number] }) {
  const t = useT();
  const { at, by, comment, label } = entry;
  const name = by?.name ?? t('common.system');
  return (
    <Said head={t('review.words.by', { what: label, name, date: formatDate(at) })}>
      <p className="kho-last__words">{comment}</p>
    </Said>
  );
}
