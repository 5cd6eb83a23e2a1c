'use client';
import type { TakenOverView, TakenValue } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { fieldLabel } from './field-label';
import { showValue } from './show-value';
import { useWorkbench } from './workbench';

/** Every field with the value that it takes, as a person can check it. */
export function TakenList({ taken }: { taken: TakenOverView }) {
  const t = useT();
  const { view, reference } = useWorkbench();
  const { values, papers } = taken;
  if (values.length + papers === 0) return <p className="kho-callout">{t('takeOver.nothing')}</p>;
  const shown = (value: TakenValue['after']) => showValue(t, value, { view, reference });
  return (
    <>
      <h3>{t('takeOver.willSet', { count: values.length })}</h3>
      <dl className="kho-dl kho-takeover__values">
        {values.map(({ record, field, after }) => (
          <div key={`${record} ${field}`}>
            <dt>{fieldLabel(t, field)}</dt>
            <dd>{shown(after)}</dd>
          </div>
        ))}
      </dl>
      {papers > 0 && <p className="kho-sm">{t('takeOver.papers', { count: papers })}</p>}
    </>
  );
}
