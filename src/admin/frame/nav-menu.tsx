'use client';
import { Link } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Role } from '../../review/states';
import type { HomeView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';
import { navGroups, type NavLink } from './nav-links';

export function NavMenu({
  adminRoute,
  collections,
  role,
}: {
  adminRoute: string;
  collections: string[];
  role: Role;
}) {
  const t = useT();
  const path = usePathname();
  const { data } = useResource<HomeView>('/api/staff/home');
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    menu.current?.focus();
  };

  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', onKey);
    document.querySelector<HTMLElement>('.kho-nav a')?.focus();
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <>
      <button
        aria-expanded={open}
        aria-label={t('nav.open')}
        className="kho-menu"
        onClick={() => setOpen(true)}
        ref={menu}
        type="button"
      >
        <Icon name="menu" />
      </button>
      {open && (
        <button
          aria-label={t('nav.close')}
          className="kho-nav-scrim"
          onClick={close}
          tabIndex={-1}
          type="button"
        />
      )}
      <nav aria-label={t('nav.label')} className="kho-nav" data-open={open}>
        <Link className="kho-brand" href={adminRoute} prefetch={false}>
          <span className="kho-mark">
            <Icon name="book" />
          </span>
          Kho Học Liệu
        </Link>
        <button
          aria-label={t('nav.close')}
          className="kho-nav__close"
          onClick={close}
          type="button"
        >
          <Icon name="x" />
        </button>
        {navGroups(role, collections).map((group) => (
          <div key={group.label}>
            <h2>{t(group.label)}</h2>
            <ul>
              {group.links.map((link) => (
                <li key={link.href}>
                  <Link
                    aria-current={isCurrent(path, adminRoute, link.href) ? 'page' : undefined}
                    href={`${adminRoute}${link.href}`}
                    onClick={() => {
                      setOpen(false);
                      // On the home page already: no navigation follows, so go there by hand.
                      setTimeout(
                        () =>
                          document
                            .querySelector<HTMLElement>(
                              link.href.startsWith('#') ? '#kho-drop' : 'none',
                            )
                            ?.focus(),
                        50,
                      );
                    }}
                    prefetch={false}
                  >
                    <Icon name={link.icon} />
                    {t(link.label)}
                    {countOf(link, data) > 0 && (
                      <span className="kho-nav__count">{formatNumber(countOf(link, data))}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

function countOf(link: NavLink, home: HomeView | undefined): number {
  if (!home || !link.count) return 0;
  if (link.count === 'total') return home.counts.total;
  return home.queue ? home.queue.mine + home.queue.unclaimed : 0;
}

/** The review belongs to the queue, the guide to handing in; other `#…` links are never a place. */
function isCurrent(path: string, adminRoute: string, href: string): boolean {
  if (href === '#nop' && path.startsWith(`${adminRoute}/nop-hoc-lieu/`)) return true;
  if (href.startsWith('#')) return false;
  if (href === '') return path === adminRoute;
  if (href === '/hang-doi' && path.startsWith(`${adminRoute}/tham-dinh`)) return true;
  return path === `${adminRoute}${href}` || path.startsWith(`${adminRoute}${href}/`);
}
