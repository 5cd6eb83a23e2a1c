import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { TakedownsScreen } from '../takedowns/takedowns-screen';

/** `/admin/thong-bao-vi-pham` */
export function TakedownsView(props: AdminViewServerProps) {
  return (
    <StaffFrame
      path="/thong-bao-vi-pham"
      roles={['editor', 'administrator', 'auditor']}
      view={props}
    >
      <TakedownsScreen />
    </StaffFrame>
  );
}
