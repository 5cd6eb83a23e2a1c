'use client';
import { Link } from '@payloadcms/ui';
import { useState } from 'react';
import type { NoticesView } from '../../notifications/notices-view';
import { request } from '../api/request';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { formatMoment } from '../ui/format';
import { notifyProblem } from '../ui/notify';
import { Pages } from '../ui/pages';
import { Skeleton } from '../ui/skeleton';

/** `/admin/thong-bao`: everything a person was told of, the newest first. */
export function NoticesScreen() {
  const t = useT();
  useScreen([{ label: t('notices.title') }]);
  const [page, setPage] = useState(1);
  const { data, error, loading, reload } = useResource<NoticesView>(
    `/api/staff/notices?page=${String(page)}`,
  );
  const bell = useResource<NoticesView>('/api/staff/notices');
  const read = async (ids?: string[]) => {
    try {
      await request('/api/staff/notices/read', { method: 'POST', body: ids ? { ids } : {} });
      await Promise.all([reload(), bell.reload()]);
    } catch (cause) {
      notifyProblem(t, cause);
    }
  };
  return (
    <main className="kho kho-content">
      <div className="kho-head">
        <h1>{t('notices.title')}</h1>
        {(data?.unread ?? 0) > 0 && (
          <Button icon="check" onClick={() => void read()}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      {loading && <Skeleton label={t('common.loading')} lines={8} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data?.notices.length === 0 && <p className="kho-muted">{t('notices.none')}</p>}
      <ul className="kho-rows">
        {(data?.notices ?? []).map((one) => (
          <li key={one.id}>
            <div>
              <Link
                className="kho-rowlink"
                href={one.path}
                onClick={() => void read([one.id])}
                prefetch={false}
              >
                {one.text}
              </Link>
              <p className="kho-muted kho-sm">{one.detail}</p>
              <p className="kho-muted kho-sm kho-num">
                {formatMoment(one.at)}
                {one.read ? '' : ` · ${t('notices.new')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {data && <Pages onPage={setPage} page={page} pages={data.pages} />}
    </main>
  );
}
