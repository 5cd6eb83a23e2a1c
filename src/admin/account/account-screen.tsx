'use client';
import type { HomeView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { AbsenceForm } from './absence-form';
import { AccountActions } from './account-actions';
import { Preferences } from './preferences';

/** `/admin/account`: who I am here, absence, language and theme, password, every device. */
export function AccountScreen() {
  const t = useT();
  useScreen([{ label: t('account.title') }]);
  const { data } = useResource<HomeView>('/api/staff/home');
  return (
    <main className="kho kho-content kho-account">
      <h1>{t('account.title')}</h1>
      {data && (
        <dl className="kho-dl">
          <div>
            <dt>{t('account.name')}</dt>
            <dd>{data.person.name}</dd>
          </div>
          <div>
            <dt>{t('account.role')}</dt>
            <dd>{data.person.roleLabel}</dd>
          </div>
          {data.departments.length > 0 && (
            <div>
              <dt>{t('account.departments')}</dt>
              <dd>{data.departments.map(({ name }) => name).join(', ')}</dd>
            </div>
          )}
        </dl>
      )}
      {data?.queue && data.person.role !== 'auditor' && <AbsenceForm held={data.queue.mine} />}
      <Preferences />
      <AccountActions />
    </main>
  );
}
