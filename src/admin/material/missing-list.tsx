'use client';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { Icon } from '../ui/icon';
import { useToMend, type MendLine } from './use-to-mend';
import { useWorkbench } from './workbench';

/** Each line leads to its field and puts the cursor in it. */
export function MissingList() {
  const t = useT();
  const { view } = useWorkbench();
  const { lines } = useToMend();
  const submits = view.actions.some(({ action, enabled }) => action === 'submit' && enabled);
  if (lines.length === 0 && view.warnings.length === 0 && !submits) return null;
  return (
    <section id="con-thieu">
      {lines.length > 0 && (
        <>
          <h3>
            {t('material.missing')} <Count tone="warn" value={lines.length} />
          </h3>
          <Lines lines={lines} />
        </>
      )}
      {lines.length === 0 && submits && (
        <p className="kho-complete kho-sm">
          <Icon name="check" />
          {t('material.nothingMissing')}
        </p>
      )}
      {view.warnings.length > 0 && (
        <>
          <h3 className="kho-small kho-muted">{t('material.warnings')}</h3>
          <Lines lines={view.warnings} mild />
        </>
      )}
    </section>
  );
}

function Lines({ lines, mild }: { lines: MendLine[]; mild?: boolean }) {
  const t = useT();
  const { jump } = useWorkbench();
  return (
    <ul className={`kho-missing${mild ? ' kho-missing--mild' : ''}`}>
      {lines.map((line) => (
        <li key={`${line.field} ${line.code}`}>
          <button onClick={() => jump(line)} type="button">
            <Icon name={mild ? 'ask' : 'alert'} />
            <span>
              <b>{line.message}</b>
              <span>{t(`tabs.${line.tab}`)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
