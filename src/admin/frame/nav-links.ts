import type { Role } from '../../review/states';
import type { AdminKey } from '../make-t';
import type { IconName } from '../ui/icon';

export interface NavLink {
  href: string;
  icon: IconName;
  label: AdminKey;
  count?: 'total' | 'queue';
}
export interface NavGroup {
  label: AdminKey;
  links: NavLink[];
}

const HOME: NavLink = { href: '', icon: 'home', label: 'nav.home' };
const QUEUE: NavLink = { href: '/hang-doi', icon: 'inbox', label: 'nav.queue', count: 'queue' };
const TAKEDOWNS: NavLink = { href: '/thong-bao-vi-pham', icon: 'flag', label: 'nav.takedowns' };
const collection = (slug: string, icon: IconName, label: AdminKey): NavLink => ({
  href: `/collections/${slug}`,
  icon,
  label,
});

const REFERENCE: NavGroup = {
  label: 'nav.reference',
  links: [
    collection('licences', 'book', 'nav.licences'),
    collection('terms', 'table', 'nav.terms'),
    collection('departments', 'home', 'nav.departments'),
  ],
};
const HEALTH: NavLink = { href: '/suc-khoe', icon: 'shield', label: 'nav.health' };
const AUDIT: NavLink = { href: '/nhat-ky', icon: 'history', label: 'nav.audit' };
const WATCHERS: readonly Role[] = ['administrator', 'auditor'];
const watch = (role: Role): NavGroup => ({
  label: 'nav.watch',
  links: [
    ...(WATCHERS.includes(role) ? [HEALTH, AUDIT] : []),
    collection('users', 'people', 'nav.users'),
    collection('portals', 'key', 'nav.portals'),
  ],
});

/** What a person is led to, by role; collections that Payload hides from the role drop out. */
export function navGroups(role: Role, visibleCollections: readonly string[]): NavGroup[] {
  const own: NavGroup =
    role === 'contributor' || role === 'manager'
      ? {
          label: 'nav.work',
          links: [
            HOME,
            { href: '#nop', icon: 'upload', label: 'nav.submit' },
            { href: '/hoc-lieu', icon: 'files', label: 'nav.ownMaterials', count: 'total' },
          ],
        }
      : {
          label: role === 'auditor' ? 'nav.watching' : 'nav.reviewing',
          links: [
            HOME,
            ...(role === 'auditor' ? [] : [QUEUE]),
            TAKEDOWNS,
            { href: '/hoc-lieu', icon: 'files', label: 'nav.materials' },
          ],
        };
  const visible = (link: NavLink) =>
    !link.href.startsWith('/collections/') ||
    visibleCollections.includes(link.href.slice('/collections/'.length));
  return [own, REFERENCE, watch(role)]
    .map((group) => ({ ...group, links: group.links.filter(visible) }))
    .filter((group) => group.links.length > 0);
}
