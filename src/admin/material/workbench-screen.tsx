'use client';
import type { ReactNode } from 'react';
import type { GuidedWorkbenchView, ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen, type Crumb } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import type { Places } from './tabs';
import { titleOf } from './title-of';
import { WorkbenchProvider } from './workbench';

/** A screen over one working copy: loads it, says when that failed, shares it with its parts. */
export function WorkbenchScreen({
  id,
  crumb,
  className,
  placesOf,
  children,
}: {
  id: string;
  /** The name of this screen; the material's title when absent. */
  crumb?: Crumb;
  className: string;
  placesOf?: (view: GuidedWorkbenchView) => Places;
  children: ReactNode;
}) {
  const t = useT();
  const { data, error, loading, reload } = useResource<GuidedWorkbenchView>(
    `/api/materials/${id}/workbench`,
  );
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const title = data ? titleOf(t, data.title) : (error?.title ?? t('common.loading'));
  useScreen([{ label: t('materials.title'), url: '/admin/hoc-lieu' }, crumb ?? { label: title }]);

  return (
    <main className={`kho kho-content kho-material ${className}`}>
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && (
        <WorkbenchProvider
          key={id}
          places={placesOf?.(data)}
          reference={reference}
          reload={reload}
          view={data}
        >
          {children}
        </WorkbenchProvider>
      )}
    </main>
  );
}
