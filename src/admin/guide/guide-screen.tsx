'use client';
import { useT } from '../hooks/use-t';
import { WorkbenchScreen } from '../material/workbench-screen';
import { GuidePage } from './guide-page';
import { guidePlaces } from './steps';

/** `/admin/nop-hoc-lieu/:id#buoc`: the same working copy as the full form, four questions at a time. */
export function GuideScreen({ id }: { id: string }) {
  const t = useT();
  return (
    <WorkbenchScreen
      className="kho-guide"
      crumb={{ label: t('guide.crumb') }}
      id={id}
      placesOf={guidePlaces}
    >
      <GuidePage />
    </WorkbenchScreen>
  );
}
