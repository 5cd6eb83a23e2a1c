'use client';
import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';

const WAYS_ON = ['reinstate', 'revise'] as const;

/** Who withdrew it, when and why, and what can be done now. */
export function WithdrawnNote({ view }: { view: WorkbenchView }) {
  const t = useT();
  const said = view.withdrawal;
  if (!said) return null;
  const ways = WAYS_ON.filter((way) =>
    view.actions.some(({ action, enabled }) => enabled && action === way),
  );
  const held = view.actions.find(({ action, enabled }) => action === 'reinstate' && !enabled);
  return (
    <div className="kho-callout kho-callout--error kho-withdrawn">
      <strong>
        {t(said.action === 'upheld' ? 'withdrawn.upheldBy' : 'withdrawn.by', {
          name: said.by?.name ?? t('common.system'),
          date: formatDate(said.at),
        })}
      </strong>
      {said.reasons.length > 0 && (
        <p className="kho-sm">{said.reasons.map(({ label }) => label).join(' · ')}</p>
      )}
      {said.comment && <p className="kho-talk__words">{said.comment}</p>}
      {ways.length === 0 ? (
        <p className="kho-sm">{held?.why ?? t('withdrawn.others')}</p>
      ) : (
        <>
          <p className="kho-sm">{t('withdrawn.can')}</p>
          <ul className="kho-bullets kho-sm">
            {ways.map((way) => (
              <li key={way}>{t(`withdrawn.${way}`)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
