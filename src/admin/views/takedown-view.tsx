import type { AdminViewServerProps } from 'payload';
import { StaffFrame } from '../frame/staff-frame';
import { TakedownScreen } from '../takedowns/takedown-screen';
import { secondSegment } from './segment';

/** `/admin/thong-bao-vi-pham/:id` */
export function TakedownView(props: AdminViewServerProps) {
  const id = secondSegment(props.params);
  return (
    <StaffFrame
      path={`/thong-bao-vi-pham/${id}`}
      roles={['editor', 'administrator', 'auditor']}
      view={props}
    >
      <TakedownScreen id={id} />
    </StaffFrame>
  );
}
