'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { TakedownListView, TakedownTab } from '../../publishing/takedown/takedown-views';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Pages } from '../ui/pages';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { TakedownTable } from './takedown-table';

const TABS = ['open', 'decided'] as const satisfies readonly TakedownTab[];

/** `/admin/thong-bao-vi-pham`: notices of infringement, what is due first comes first. */
export function TakedownsScreen() {
  const t = useT();
  useScreen([{ label: t('nav.reviewing'), url: '/admin' }, { label: t('nav.takedowns') }]);
  const wanted = useSearchParams().get('tab');
  const [tab, setTab] = useState<TakedownTab>(wanted === 'decided' ? 'decided' : 'open');
  const [page, setPage] = useState(1);
  const { data, error, loading, reload } = useResource<TakedownListView>(
    `/api/staff/takedowns?tab=${tab}&page=${String(page)}`,
  );
  const open = (next: TakedownTab) => {
    setTab(next);
    setPage(1);
  };
  const late = data?.counts.overdue ?? 0;

  return (
    <main className="kho kho-content kho-takedowns">
      <div className="kho-head">
        <div>
          <h1>{t('takedowns.title')}</h1>
          <p className="kho-muted">{t('takedowns.lead')}</p>
        </div>
      </div>
      {late > 0 && (
        <p className="kho-callout kho-takedowns__late" role="status">
          {t('takedowns.lateCount', { count: late })}
        </p>
      )}
      <Tabs
        current={tab}
        items={TABS.map((id) => ({
          id,
          label: t(`takedowns.tabs.${id}`),
          badge: data && <Count tone={id === tab ? 'accent' : undefined} value={data.counts[id]} />,
        }))}
        label={t('takedowns.title')}
        onOpen={open}
      />
      <div aria-labelledby={`kho-tab-${tab}`} id={`kho-panel-${tab}`} role="tabpanel">
        {loading && <Skeleton label={t('common.loading')} lines={6} />}
        {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
        {data?.rows.length === 0 && (
          <EmptyState icon="flag" title={t(`takedowns.empty.${tab}`)}>
            {t(`takedowns.emptyText.${tab}`)}
          </EmptyState>
        )}
        {data && data.rows.length > 0 && <TakedownTable rows={data.rows} />}
        <Pages onPage={setPage} page={page} pages={data?.pages ?? 1} />
      </div>
    </main>
  );
}
