import { DefaultTemplate } from '@payloadcms/next/templates';
import { HydrateAuthProvider } from '@payloadcms/ui';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';
import type { Role } from '../../review/states';
import { Forbidden } from './forbidden';

/**
 * Payload's frame around a screen of ours. Custom views are public until they check the user
 * (payload#8820), so this does, and sends a stranger to sign in and back.
 */
export function StaffFrame({
  view,
  path,
  focus,
  roles,
  children,
}: {
  view: AdminViewServerProps;
  /** Below the admin route, for the way back after signing in. */
  path: string;
  /** The navigation steps aside: the screen needs the width. */
  focus?: boolean;
  /** Who may be here; everybody on the staff when absent. The endpoints decide on the data anyway. */
  roles?: readonly Role[];
  children: ReactNode;
}) {
  const { initPageResult, params, searchParams, viewActions, user } = view;
  const { req, permissions, locale, visibleEntities } = initPageResult;
  const adminRoute = req.payload.config.routes.admin;
  if (!req.user) {
    redirect(`${adminRoute}/login?redirect=${encodeURIComponent(`${adminRoute}${path}`)}`);
  }
  const role = (req.user as { role?: Role }).role;
  const allowed = !roles || (role !== undefined && roles.includes(role));
  return (
    <DefaultTemplate
      className={focus ? 'kho-frame kho-frame--focus' : 'kho-frame'}
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user ?? req.user}
      viewActions={viewActions}
      visibleEntities={{
        collections: visibleEntities?.collections,
        globals: visibleEntities?.globals,
      }}
    >
      <HydrateAuthProvider permissions={permissions} />
      {allowed ? children : <Forbidden />}
    </DefaultTemplate>
  );
}
