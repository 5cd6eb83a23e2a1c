'use client';
import { useEffect } from 'react';
import type { HealthView } from '../../reporting/health/health-view';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { formatTime } from '../ui/format';
import { Skeleton } from '../ui/skeleton';
import { HealthVerdict } from './health-verdict';
import { PartList } from './part-list';

const AGAIN_MS = 30_000;

/** `/admin/suc-khoe`: what is out comes first, in words, with what to do; then what works. */
export function HealthScreen() {
  const t = useT();
  useScreen([{ label: t('nav.watch'), url: '/admin' }, { label: t('nav.health') }]);
  const { data, error, loading, reload } = useResource<HealthView>('/api/staff/health');

  // Somebody stands in front of it and waits for a part to come back.
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);

  const urgent = data?.parts.filter(({ status }) => status === 'fault') ?? [];
  const due = data?.parts.filter(({ status }) => status === 'warning') ?? [];
  const works = data?.parts.filter(({ status }) => status === 'ok') ?? [];
  const off = data?.parts.filter(({ status }) => status === 'off') ?? [];

  return (
    <main className="kho kho-content kho-healthpage">
      <div className="kho-head">
        <div>
          <h1>{t('health.title')}</h1>
          {data && (
            <p className="kho-muted kho-num">
              {t('health.lookedAt', { time: formatTime(data.at) })}
            </p>
          )}
        </div>
        <Button icon="restore" onClick={() => void reload()}>
          {t('health.again')}
        </Button>
      </div>
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {error && data && (
        <p className="kho-healthpage__stale" role="alert">
          {t('health.stale', { time: formatTime(data.at) })}
        </p>
      )}
      {data && <HealthVerdict due={due.length} urgent={urgent.length} />}
      {urgent.length + due.length > 0 && (
        <p className="kho-healthpage__commands kho-muted kho-sm">{t('health.commands')}</p>
      )}
      <PartList onChange={reload} parts={urgent} title={t('health.urgent')} />
      <PartList onChange={reload} parts={due} title={t('health.due')} />
      <PartList onChange={reload} parts={works} title={t('health.works')} />
      <PartList onChange={reload} parts={off} title={t('health.off')} />
    </main>
  );
}
