'use client';
import { useT } from '../hooks/use-t';
import { MissingList } from './missing-list';
import { OtherActions } from './other-actions';
import { Timeline } from './timeline';

/** Always in reach: what is missing, where it stands, what else can be done. */
export function Rail() {
  const t = useT();
  return (
    <aside aria-label={t('material.rail')} className="kho-rail">
      <MissingList />
      <Timeline />
      <OtherActions />
    </aside>
  );
}
