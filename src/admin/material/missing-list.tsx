'use client';
import type { ConditionView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { Icon } from '../ui/icon';
import { useWorkbench } from './workbench';

/** Each line leads to its field and puts the cursor in it. */
export function MissingList() {
  const t = useT();
  const { view } = useWorkbench();
  const waits = ['draft', 'returned', 'in_review', 'awaiting_endorsement'].includes(view.state);
  if (!waits && view.missing.length === 0 && view.warnings.length === 0) return null;
  return (
    <section id="con-thieu">
      <h2>
        {t('material.missing')}{' '}
        {view.missing.length > 0 && <Count tone="warn" value={view.missing.length} />}
      </h2>
      {view.missing.length === 0 && (
        <p className="kho-complete kho-sm">
          <Icon name="check" />
          {t('material.nothingMissing')}
        </p>
      )}
      <Lines conditions={view.missing} />
      {view.warnings.length > 0 && (
        <>
          <h3 className="kho-small kho-muted">{t('material.warnings')}</h3>
          <Lines conditions={view.warnings} mild />
        </>
      )}
    </section>
  );
}

function Lines({ conditions, mild }: { conditions: ConditionView[]; mild?: boolean }) {
  const t = useT();
  const { jump } = useWorkbench();
  return (
    <ul className={`kho-missing${mild ? ' kho-missing--mild' : ''}`}>
      {conditions.map((condition) => (
        <li key={`${condition.field} ${condition.code}`}>
          <button onClick={() => jump(condition)} type="button">
            <Icon name={mild ? 'ask' : 'alert'} />
            <span>
              <b>{condition.message}</b>
              <span>{t(`tabs.${condition.tab}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
