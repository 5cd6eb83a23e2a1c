import { DefaultTemplate } from '@payloadcms/next/templates';
import { redirect } from 'next/navigation';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';

/**
 * Payload's frame around a screen of ours. Custom views are public until they check the user
 * (payload#8820), so this does, and sends a stranger to sign in and back.
 */
export function StaffFrame({
  view,
  path,
  focus,
  children,
}: {
  view: AdminViewServerProps;
  /** Below the admin route, for the way back after signing in. */
  path: string;
  /** The navigation steps aside: the screen needs the width. */
  focus?: boolean;
  children: ReactNode;
}) {
  const { initPageResult, params, searchParams, viewActions, user } = view;
  const { req, permissions, locale, visibleEntities } = initPageResult;
  const adminRoute = req.payload.config.routes.admin;
  if (!req.user) {
    redirect(`${adminRoute}/login?redirect=${encodeURIComponent(`${adminRoute}${path}`)}`);
  }
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
      {children}
    </DefaultTemplate>
  );
}
