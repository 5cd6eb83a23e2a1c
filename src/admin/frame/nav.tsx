import type { ServerProps } from 'payload';
import type { Role } from '../../review/states';
import { NavMenu } from './nav-menu';
import { SessionDialog } from './session-dialog';

/** Our navigation in place of Payload's: the work first, collections only where a role has them. */
export function StaffNav({
  user,
  visibleEntities,
  payload,
}: ServerProps & { visibleEntities?: { collections?: string[] } }) {
  const role = (user as { role?: Role } | undefined)?.role;
  if (!role) return null;
  return (
    <>
      <NavMenu
        adminRoute={payload.config.routes.admin}
        collections={[...(visibleEntities?.collections ?? [])]}
        role={role}
      />
      <SessionDialog />
    </>
  );
}
