import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { MaterialsScreen } from '../materials/materials-screen';

/** `/admin/hoc-lieu` */
export function MaterialsView(props: AdminViewServerProps) {
  return (
    <StaffFrame path="/hoc-lieu" view={props}>
      <MaterialsScreen />
    </StaffFrame>
  );
}
