import type { AdminViewServerProps } from 'payload';
import { AuditScreen } from '../audit/audit-screen';
import { StaffFrame } from '../frame/staff-frame';

/** `/admin/nhat-ky` */
export function AuditScreenView(props: AdminViewServerProps) {
  return (
    <StaffFrame path="/nhat-ky" roles={['administrator', 'auditor']} view={props}>
      <AuditScreen />
    </StaffFrame>
  );
}
