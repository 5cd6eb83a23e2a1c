import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { QueueScreen } from '../queue/queue-screen';

/** `/admin/hang-doi` */
export function QueueView(props: AdminViewServerProps) {
  return (
    <StaffFrame path="/hang-doi" roles={['editor', 'administrator', 'auditor']} view={props}>
      <QueueScreen />
    </StaffFrame>
  );
}
