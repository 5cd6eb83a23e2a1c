'use client';
import type { HomeView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { ErrorState } from '../ui/error-state';
import { Skeleton } from '../ui/skeleton';
import { AdministratorHome } from './administrator-home';
import { OfficerHome } from './officer-home';
import { OfficeHome } from './office-home';

/** `/admin`: the department's home for those who supply, the office's for those who decide, the administrator's. */
export function HomeScreen() {
  const t = useT();
  const { data, error, loading, reload } = useResource<HomeView>('/api/staff/home');
  const supplies = data?.person.role === 'contributor' || data?.person.role === 'manager';
  const place = supplies && data?.departments.length === 1 ? data.departments[0]?.name : undefined;
  useScreen([
    ...(place ? [{ label: place, url: '/admin/hoc-lieu' }] : []),
    { label: t('home.crumb') },
  ]);

  return (
    <main className="kho kho-content kho-home">
      {loading && <Skeleton label={t('common.loading')} lines={8} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data &&
        (supplies ? (
          <OfficerHome home={data} onChange={reload} />
        ) : data.administration ? (
          <AdministratorHome home={data} />
        ) : (
          <OfficeHome home={data} />
        ))}
    </main>
  );
}
