'use client';
import { useConfig } from '@payloadcms/ui';
import { useState, useSyncExternalStore } from 'react';
import { isSignedOut, onSessionChange, sessionEnded, sessionRestored } from '../api/session';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** A lost session keeps the page and its words: sign in again in a new tab, then go on here. */
export function SessionDialog() {
  const t = useT();
  const ended = useSyncExternalStore(onSessionChange, sessionEnded, () => false);
  const [still, setStill] = useState(false);
  const {
    config: {
      routes: { admin },
    },
  } = useConfig();

  const check = async () => {
    const out = await isSignedOut();
    setStill(out);
    if (!out) sessionRestored();
  };

  return (
    <Dialog
      footer={
        <>
          <Button onClick={() => void check()}>{t('session.done')}</Button>
          <LinkButton href={`${admin}/login`} target="_blank" variant="primary">
            {t('session.signIn')}
          </LinkButton>
        </>
      }
      onClose={() => sessionRestored()}
      open={ended}
      title={t('session.title')}
    >
      <p>{t('session.text')}</p>
      {still && (
        <p className="kho-callout" role="alert">
          {t('session.still')}
        </p>
      )}
    </Dialog>
  );
}
