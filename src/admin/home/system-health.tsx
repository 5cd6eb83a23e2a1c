'use client';
import { Link } from '@payloadcms/ui';
import type { ReactNode } from 'react';
import type { HealthView } from '../../reporting/health/health-view';
import type { HomeView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';
import { Skeleton } from '../ui/skeleton';

const MARKS = { fault: 'alert', warning: 'flag', ok: 'check' } as const;

/** What needs something done of the parts that the health screen shows, and whose password is guessed at. */
export function SystemHealth({ known }: { known: NonNullable<HomeView['administration']> }) {
  const t = useT();
  const { data, error, loading } = useResource<HealthView>('/api/staff/health');
  const tried = known.triedAccounts;
  return (
    <section className="kho-section">
      <h2>{t('home.health.title')}</h2>
      {loading && <Skeleton label={t('common.loading')} lines={2} />}
      <ul className="kho-health">
        {error && <Line label={t('home.health.unknown')} status="fault" />}
        {data && <DueParts parts={data.parts} />}
        <Line
          label={t('home.health.tried')}
          status={tried > 0 ? 'fault' : 'ok'}
          value={tried === 0 ? t('home.health.none') : formatNumber(tried)}
        >
          {tried > 0 && <a href="/admin/collections/users">{t('home.health.triedRemedy')}</a>}
        </Line>
      </ul>
      <p>
        <Link href="/admin/suc-khoe" prefetch={false}>
          {t('home.health.more')}
        </Link>
      </p>
    </section>
  );
}

/** Worst first; one line when nothing is to be done. */
function DueParts({ parts }: Pick<HealthView, 'parts'>) {
  const t = useT();
  const due = (['fault', 'warning'] as const).flatMap((status) =>
    parts.filter((part) => part.status === status).map((part) => ({ ...part, status })),
  );
  if (due.length === 0) return <Line label={t('health.verdict.ok')} status="ok" />;
  return due.map(({ part, status, label, detail }) => (
    <Line key={part} label={label} status={status}>
      {detail}
    </Line>
  ));
}

interface Fact {
  label: string;
  status: keyof typeof MARKS;
  value?: string;
  children?: ReactNode;
}

/** One fact; what was found or is to be done stands under it. */
function Line({ label, status, value, children }: Fact) {
  return (
    <li data-status={status}>
      <Icon name={MARKS[status]} small />
      <span>
        {label}
        {children && <small>{children}</small>}
      </span>
      {value && <b>{value}</b>}
    </li>
  );
}
