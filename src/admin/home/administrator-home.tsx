'use client';
import { Link } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { LinkButton } from '../ui/button';
import { formatNumber, formatToday } from '../ui/format';
import { Icon, type IconName } from '../ui/icon';
import { StateChip } from '../ui/state-chip';
import { RecentList } from './recent-list';
import { SystemHealth } from './system-health';
import { TodoList } from './todo-list';
import { WaitingFigures } from './waiting-figures';

const DUTIES: {
  name: 'users' | 'departments' | 'licences' | 'audit';
  /** Below the administration's route. */
  path: string;
  icon: IconName;
}[] = [
  { name: 'users', path: 'collections/users', icon: 'people' },
  { name: 'departments', path: 'collections/departments', icon: 'home' },
  { name: 'licences', path: 'collections/licences', icon: 'book' },
  { name: 'audit', path: 'nhat-ky', icon: 'history' },
];

const PUBLIC = [
  { status: 'live', chip: 'published', count: 'published' },
  { status: 'withdrawn', chip: 'withdrawn', count: 'withdrawn' },
] as const;

/** What waits everywhere, what failed, where everything stands, and the way to the administration. */
export function AdministratorHome({ home }: { home: HomeView }) {
  const t = useT();
  const known = home.administration;
  return (
    <>
      <div className="kho-head">
        <div>
          <h1>{t('home.adminTitle')}</h1>
          <p className="kho-muted kho-num">{formatToday(t.lang)}</p>
        </div>
        <LinkButton href="/admin/hang-doi" variant="primary">
          {t('home.openQueue')}
        </LinkButton>
      </div>
      {home.queue && <WaitingFigures queue={home.queue} />}
      {known && <SystemHealth known={known} />}
      <TodoList todo={home.todo} total={home.todoTotal} />
      {known && (
        <section className="kho-section">
          <h2>{t('home.stands')}</h2>
          <ul className="kho-stands">
            {/* What is out is counted by what the world sees: live or withdrawn, never both. */}
            {known.states
              .filter(({ state }) => state !== 'published')
              .map(({ state, label, count }) => (
                <li key={state}>
                  <Link href={`/admin/hoc-lieu?state=${state}`} prefetch={false}>
                    <StateChip label={label} state={state} />
                    <b className="kho-num">{formatNumber(count)}</b>
                  </Link>
                </li>
              ))}
            {PUBLIC.map(({ status, chip, count }) => (
              <li key={status}>
                <Link href={`/admin/hoc-lieu?publication=${status}`} prefetch={false}>
                  <StateChip label={t(`states.${status}`)} state={chip} />
                  <b className="kho-num">{formatNumber(home.counts[count])}</b>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RecentList rows={home.recent} />
      <section className="kho-section">
        <h2>{t('home.duties')}</h2>
        <nav aria-label={t('home.duties')} className="kho-tiles kho-tiles--two">
          {DUTIES.map(({ name, path, icon }) => (
            <Link href={`/admin/${path}`} key={name} prefetch={false}>
              <Icon name={icon} />
              <span>{t(`home.duty.${name}`)}</span>
              <Icon name="right" />
            </Link>
          ))}
        </nav>
      </section>
    </>
  );
}
