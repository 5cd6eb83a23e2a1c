'use client';
import type { ReferenceView, WorkbenchView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { titleOf } from '../material/title-of';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import { ReviewPage } from './review-page';

/** `/admin/tham-dinh/:id`: the claim beside its proof. */
export function ReviewScreen({ id }: { id: string }) {
  const t = useT();
  const { data, error, loading, reload } = useResource<WorkbenchView>(
    `/api/materials/${id}/workbench`,
  );
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  useScreen([
    { label: t('nav.reviewing'), url: '/admin' },
    { label: t('nav.queue'), url: '/admin/hang-doi' },
    { label: data ? titleOf(t, data.title) : (error?.title ?? t('common.loading')) },
  ]);
  return (
    <main className="kho kho-review">
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && <ReviewPage key={id} reference={reference} reload={reload} view={data} />}
    </main>
  );
}
