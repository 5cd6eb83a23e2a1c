'use client';
import type { GuidedWorkbenchView, ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import { titleOf } from './title-of';
import { MaterialPage } from './material-page';
import { WorkbenchProvider } from './workbench';

/** `/admin/hoc-lieu/:id` */
export function MaterialScreen({ id }: { id: string }) {
  const t = useT();
  const { data, error, loading, reload } = useResource<GuidedWorkbenchView>(
    `/api/materials/${id}/workbench`,
  );
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  useScreen([
    { label: t('materials.title'), url: '/admin/hoc-lieu' },
    { label: data ? titleOf(t, data.title) : (error?.title ?? t('common.loading')) },
  ]);

  return (
    <main className="kho kho-content kho-material">
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && (
        <WorkbenchProvider key={id} reference={reference} reload={reload} view={data}>
          <MaterialPage />
        </WorkbenchProvider>
      )}
    </main>
  );
}
