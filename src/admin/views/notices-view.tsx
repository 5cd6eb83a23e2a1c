import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { NoticesScreen } from '../notices/notices-screen';

/** `/admin/thong-bao` */
export function NoticesPage(props: AdminViewServerProps) {
  return (
    <StaffFrame path="/thong-bao" view={props}>
      <NoticesScreen />
    </StaffFrame>
  );
}
