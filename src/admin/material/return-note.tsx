'use client';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { useWorkbench } from './workbench';

/** The editor's words come first, until they are answered. */
export function ReturnNote() {
  const t = useT();
  const { view, tab } = useWorkbench();
  const said = view.lastReturn;
  // Conversation and history show the same words in their place.
  if (!said || tab === 'trao-doi' || tab === 'lich-su') return null;
  const rejected = said.action === 'reject';
  return (
    <div className={`kho-callout kho-material__said${rejected ? ' kho-callout--error' : ''}`}>
      <strong>
        {t(rejected ? 'material.rejectedBy' : 'material.returnedBy', {
          name: said.by?.name ?? t('common.system'),
          date: formatDate(said.at),
        })}
      </strong>
      {said.reasons.length > 0 && (
        <p className="kho-sm">{said.reasons.map(({ label }) => label).join(' · ')}</p>
      )}
      {said.comment && <p>{said.comment}</p>}
    </div>
  );
}
