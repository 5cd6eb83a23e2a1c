'use client';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import { ClockList } from './clock-list';
import { NamedItems } from './named-items';
import { NoticePane } from './notice-pane';
import { PortalList } from './portal-list';
import { TakedownActions } from './takedown-actions';
import { TakedownState } from './takedown-state';

/** `/admin/thong-bao-vi-pham/:id`: the notice beside what it names, what is due, who still holds it. */
export function TakedownScreen({ id }: { id: string }) {
  const t = useT();
  const { data, error, loading, reload } = useResource<TakedownView>(`/api/staff/takedowns/${id}`);
  useScreen([
    { label: t('nav.takedowns'), url: '/admin/thong-bao-vi-pham' },
    { label: data?.reference ?? t('nav.takedowns') },
  ]);

  return (
    <main className="kho kho-content kho-takedown">
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && (
        <>
          <div className="kho-head">
            <div>
              <h1>{t('takedowns.one', { reference: data.reference })}</h1>
              <p>
                <TakedownState outcome={data.outcome} status={data.status} />
              </p>
            </div>
            <TakedownActions onDone={reload} view={data} />
          </div>
          <ClockList view={data} />
          <div className="kho-takedown__panes">
            <NoticePane view={data} />
            <div>
              <NamedItems items={data.items} />
              <PortalList view={data} />
            </div>
          </div>
        </>
      )}
    </main>
  );
}
