import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { ReviewScreen } from '../review/review-screen';
import { secondSegment } from './segment';

/** `/admin/tham-dinh/:id` */
export function ReviewView(props: AdminViewServerProps) {
  const id = secondSegment(props.params);
  return (
    <StaffFrame focus path={`/tham-dinh/${id}`} view={props}>
      <ReviewScreen id={id} />
    </StaffFrame>
  );
}
