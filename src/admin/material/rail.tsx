'use client';
import { useT } from '../hooks/use-t';
import { MaterialState } from '../ui/material-state';
import { MissingList } from './missing-list';
import { NextStep } from './next-step';
import { OtherActions } from './other-actions';
import { Timeline } from './timeline';
import { useWorkbench } from './workbench';

/** Always in reach: where it stands and the next step, what is missing, what else can be done. */
export function Rail() {
  const t = useT();
  const { view } = useWorkbench();
  return (
    <aside aria-label={t('material.rail')} className="kho-rail">
      <section className="kho-rail__now">
        <h2>
          {t('material.rail')} <MaterialState of={view} />
        </h2>
        <NextStep />
      </section>
      <MissingList />
      <Timeline />
      <OtherActions />
    </aside>
  );
}
