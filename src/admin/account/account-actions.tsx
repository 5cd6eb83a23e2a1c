'use client';
import { useAuth } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { notifyProblem } from '../ui/notify';
import { PasswordForm } from './password-form';

/** The password, and leaving every device at once. */
export function AccountActions() {
  const t = useT();
  const { user } = useAuth();
  const path = usePathname();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const leaveAll = async () => {
    setBusy(true);
    try {
      await request('/api/users/logout?allSessions=true', { method: 'POST' });
      // A full load: nothing of this person stays in the page.
      window.location.assign('/admin/login');
    } catch (cause) {
      notifyProblem(t, cause);
      setBusy(false);
    }
  };
  // Also a field of `users` in Payload's form, where somebody else may be on the page.
  if (!path.endsWith('/account')) return null;
  return (
    <>
      {user && <PasswordForm userId={String(user.id)} />}
      <section className="kho-part">
        <h2>{t('account.devices')}</h2>
        <p className="kho-muted">{t('account.devicesText')}</p>
        <Button icon="signout" onClick={() => setAsking(true)}>
          {t('account.leaveAll')}
        </Button>
      </section>
      <Dialog
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button busy={busy} onClick={() => void leaveAll()} variant="primary">
              {t('account.leaveAll')}
            </Button>
          </>
        }
        onClose={() => setAsking(false)}
        open={asking}
        title={t('account.leaveAllTitle')}
      >
        <p>{t('account.leaveAllText')}</p>
      </Dialog>
    </>
  );
}
