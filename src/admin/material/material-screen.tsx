'use client';
import { MaterialPage } from './material-page';
import { WorkbenchScreen } from './workbench-screen';

/** `/admin/hoc-lieu/:id` */
export function MaterialScreen({ id }: { id: string }) {
  return (
    <WorkbenchScreen className="kho-material--full" id={id}>
      <MaterialPage />
    </WorkbenchScreen>
  );
}
