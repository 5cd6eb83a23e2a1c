import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { GuideScreen } from '../guide/guide-screen';
import { secondSegment } from './segment';

/** `/admin/nop-hoc-lieu/:id` */
export function GuideView(props: AdminViewServerProps) {
  const id = secondSegment(props.params);
  return (
    <StaffFrame path={`/nop-hoc-lieu/${id}`} view={props}>
      <GuideScreen id={id} />
    </StaffFrame>
  );
}
