'use client';
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
  return (
    <>
      <PasswordForm />
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
