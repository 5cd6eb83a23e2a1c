/**
 * The admin's components as paths for `config.admin.components` (`admin.importMap.baseDir` is the
 * project's root). No React is imported here: the server reads this file too.
 */
export const adminComponents = {
  graphics: {
    Logo: '/src/admin/frame/logo#Logo',
    Icon: '/src/admin/frame/logo#Mark',
  },
  Nav: '/src/admin/frame/nav#StaffNav',
  actions: ['/src/admin/frame/header-tools#HeaderTools'],
  beforeLogin: ['/src/admin/frame/before-login#BeforeLogin'],
  afterLogin: ['/src/admin/frame/after-login#AfterLogin'],
  views: {
    dashboard: { Component: '/src/admin/views/home-view#HomeView' },
    account: { Component: '/src/admin/views/account-view#AccountView' },
    materials: {
      Component: '/src/admin/views/materials-view#MaterialsView',
      path: '/hoc-lieu' as const,
      exact: true,
    },
    material: {
      Component: '/src/admin/views/material-view#MaterialView',
      path: '/hoc-lieu/:id' as const,
      exact: true,
    },
    guide: {
      Component: '/src/admin/views/guide-view#GuideView',
      path: '/nop-hoc-lieu/:id' as const,
      exact: true,
    },
    queue: {
      Component: '/src/admin/views/queue-view#QueueView',
      path: '/hang-doi' as const,
      exact: true,
    },
    takedowns: {
      Component: '/src/admin/views/takedowns-view#TakedownsView',
      path: '/thong-bao-vi-pham' as const,
      exact: true,
    },
    takedown: {
      Component: '/src/admin/views/takedown-view#TakedownView',
      path: '/thong-bao-vi-pham/:id' as const,
      exact: true,
    },
    audit: {
      Component: '/src/admin/views/audit-view#AuditScreenView',
      path: '/nhat-ky' as const,
      exact: true,
    },
    health: {
      Component: '/src/admin/views/health-view#HealthView',
      path: '/suc-khoe' as const,
      exact: true,
    },
    notices: {
      Component: '/src/admin/views/notices-view#NoticesPage',
      path: '/thong-bao' as const,
      exact: true,
    },
    review: {
      Component: '/src/admin/views/review-view#ReviewView',
      path: '/tham-dinh/:id' as const,
      exact: true,
    },
  },
};
