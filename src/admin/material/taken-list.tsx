'use client';
import { useEffect, useRef } from 'react';
import type { TakenOverView, TakenValue } from '../../review/view-models';
import { readInterview } from '../../rights/interview/stored-interview';
import { useT } from '../hooks/use-t';
import { fieldLabel } from './field-label';
import { showValue } from './show-value';
import { useWorkbench } from './workbench';

/** The fields that a person counts: not the mark of where a claim came from, which has no words. */
export const filledIn = ({ values }: TakenOverView): TakenValue[] =>
  values.filter(
    ({ field, after }) =>
      field !== 'interview' || Object.keys(readInterview(after)?.answers ?? {}).length > 0,
  );

/** Every field with the value that it takes, as a person can check it. */
export function TakenList({ taken }: { taken: TakenOverView }) {
  const t = useT();
  const { view, reference } = useWorkbench();
  const { values, papers } = taken;
  const heading = useRef<HTMLHeadingElement>(null);
  // On a phone it stands below the choices: what would be set is seen before it is set.
  useEffect(() => {
    // Newer browsers answer a promise, which is no clean-up.
    void heading.current?.scrollIntoView({ block: 'nearest' });
  }, [taken]);
  if (values.length + papers === 0) return <p className="kho-callout">{t('takeOver.nothing')}</p>;
  const filled = filledIn(taken);
  const shown = (value: TakenValue['after']) => showValue(t, value, { view, reference });
  return (
    <>
      <h3 ref={heading}>{t('takeOver.willSet', { count: filled.length })}</h3>
      <dl className="kho-dl kho-takeover__values">
        {filled.map(({ record, field, after }) => (
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
