import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { HealthScreen } from '../health/health-screen';

/** `/admin/suc-khoe` */
export function HealthView(props: AdminViewServerProps) {
  return (
    <StaffFrame path="/suc-khoe" roles={['administrator', 'auditor']} view={props}>
      <HealthScreen />
    </StaffFrame>
  );
}
