'use client';
import { Link } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatBytes, formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';

const PARTS = ['database', 'search', 'storage', 'worker'] as const;
type Status = 'ok' | 'degraded' | 'out';
type Parts = Partial<Record<(typeof PARTS)[number], { status: Status }>>;

/** What runs, as the server itself answers; what failed, with what to do. */
export function SystemHealth({ known }: { known: NonNullable<HomeView['administration']> }) {
  const t = useT();
  const parts = useParts();
  const count = (value: number) => (value === 0 ? t('home.health.none') : formatNumber(value));
  return (
    <section className="kho-section">
      <h2>{t('home.health.title')}</h2>
      <ul className="kho-health">
        {parts === null && <Line bad label={t('home.health.unknown')} value="" />}
        {PARTS.map((name) => {
          const status = parts?.[name]?.status;
          return (
            status && (
              <Line
                bad={status !== 'ok'}
                key={name}
                label={t(`home.health.part.${name}`)}
                remedy={status === 'out' ? t('home.health.outRemedy') : undefined}
                value={t(`home.health.${status}`)}
              />
            )
          );
        })}
        <Line
          bad={known.failedEffects > 0}
          label={t('home.health.effects')}
          remedy={t('home.health.failedRemedy')}
          value={count(known.failedEffects)}
        />
        <Line
          bad={known.failedMails > 0}
          label={t('home.health.mails')}
          remedy={t('home.health.failedRemedy')}
          value={count(known.failedMails)}
        />
        <Line
          bad={known.triedAccounts > 0}
          href="/admin/collections/users"
          label={t('home.health.tried')}
          remedy={t('home.health.triedRemedy')}
          value={count(known.triedAccounts)}
        />
        {known.freeDisk !== null && (
          <Line
            bad={known.freeDisk < 2 * 1024 ** 3}
            label={t('home.health.disk')}
            value={formatBytes(known.freeDisk)}
          />
        )}
      </ul>
      <p>
        <Link href="/admin/suc-khoe" prefetch={false}>
          {t('home.health.more')}
        </Link>
      </p>
    </section>
  );
}

/** One fact; the remedy only where there is something to remedy. */
function Line(one: { label: string; value: string; bad: boolean; remedy?: string; href?: string }) {
  return (
    <li data-bad={one.bad}>
      <Icon name={one.bad ? 'alert' : 'check'} small />
      <span>
        {one.label}
        {one.bad && one.remedy && (
          <small>{one.href ? <a href={one.href}>{one.remedy}</a> : one.remedy}</small>
        )}
      </span>
      <b>{one.value}</b>
    </li>
  );
}

/** The parts of `/readyz`; undefined while it is asked, null when nothing answered. */
function useParts(): Parts | null | undefined {
  const [parts, setParts] = useState<Parts | null>();
  useEffect(() => {
    // 503 is an answer too: it names the part that is out.
    fetch('/readyz')
      .then(async (reply) => setParts(((await reply.json()) as { parts: Parts }).parts))
      .catch(() => setParts(null));
  }, []);
  return parts;
}
