'use client';
import { useDocumentInfo, useForm } from '@payloadcms/ui';
import { useState } from 'react';
import type { GivenKey } from '../../publishing/portals/give-portal-key';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { notifyProblem } from '../ui/notify';
import { ShownKey } from './shown-key';

/** The key of a portal: made and replaced here, shown once. */
export function PortalKey() {
  const t = useT();
  const { id, savedDocumentData } = useDocumentInfo();
  const { dispatchFields } = useForm();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [given, setGiven] = useState<GivenKey>();
  const hint = given?.hint ?? (savedDocumentData?.keyHint as string | null | undefined);

  async function make() {
    setBusy(true);
    try {
      const fresh = await request<GivenKey>(`/api/portals/${String(id)}/key`, { method: 'POST' });
      setGiven(fresh);
      // What stands beside the form is of this key now.
      dispatchFields({ type: 'UPDATE', path: 'keyHint', value: fresh.hint });
      dispatchFields({ type: 'UPDATE', path: 'keyMadeAt', value: fresh.madeAt });
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  }

  if (!id) return <p className="kho field-type">{t('portals.saveFirst')}</p>;
  return (
    <section aria-labelledby="portal-key" className="kho field-type kho-portalkey">
      <h3 id="portal-key">{t('portals.key')}</h3>
      {given ? (
        <ShownKey value={given.key} />
      ) : (
        <p>{hint ? t('portals.hasKey', { hint }) : t('portals.noKey')}</p>
      )}
      <Button
        busy={busy}
        onClick={() => {
          if (hint) setAsking(true);
          else void make();
        }}
        variant={hint ? 'plain' : 'primary'}
      >
        {hint ? t('portals.replace') : t('portals.make')}
      </Button>
      <Dialog
        footer={
          <>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {t('common.cancel')}
            </Button>
            <Button busy={busy} onClick={() => void make()} variant="primary">
              {t('portals.replaceNow')}
            </Button>
          </>
        }
        onClose={() => {
          setAsking(false);
        }}
        open={asking}
        title={t('portals.replaceTitle')}
      >
        <p>{t('portals.replaceMeans')}</p>
      </Dialog>
    </section>
  );
}
