import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { MaterialScreen } from '../material/material-screen';
import { secondSegment } from './segment';

/** `/admin/hoc-lieu/:id` */
export function MaterialView(props: AdminViewServerProps) {
  const id = secondSegment(props.params);
  return (
    <StaffFrame path={`/hoc-lieu/${id}`} view={props}>
      <MaterialScreen id={id} />
    </StaffFrame>
  );
}
