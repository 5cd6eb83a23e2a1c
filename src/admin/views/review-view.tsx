import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import type { Role } from '../../review/states';
import { StaffFrame } from '../frame/staff-frame';
import { ReviewScreen } from '../review/review-screen';
import { secondSegment } from './segment';

/** `/admin/tham-dinh/:id` */
export function ReviewView(props: AdminViewServerProps) {
  const id = secondSegment(props.params);
  const role = (props.initPageResult.req.user as { role?: Role } | null)?.role;
  // The department follows its material on the material's own page.
  if (role === 'contributor' || role === 'manager') {
    redirect(`${props.payload.config.routes.admin}/hoc-lieu/${id}`);
  }
  return (
    <StaffFrame focus path={`/tham-dinh/${id}`} view={props}>
      <ReviewScreen id={id} />
    </StaffFrame>
  );
}
