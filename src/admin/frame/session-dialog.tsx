'use client';
import { useAuth, useConfig } from '@payloadcms/ui';
import { useState, useSyncExternalStore } from 'react';
import { onSessionChange, sessionEnded, sessionRestored, whoIsSignedIn } from '../api/session';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from '../ui/button';
import { Dialog } from '../ui/dialog';

/** A lost session keeps the page and its words: sign in again in a new tab, then go on here. */
export function SessionDialog() {
  const t = useT();
  const ended = useSyncExternalStore(onSessionChange, sessionEnded, () => false);
  const [wrong, setWrong] = useState<'still' | 'other' | null>(null);
  const { user } = useAuth();
  const {
    config: {
      routes: { admin },
    },
  } = useConfig();

  const check = async () => {
    const who = await whoIsSignedIn();
    // What stands on this page is the first person's: it must not be saved as somebody else's.
    const other = typeof who === 'string' && user !== null && who !== user?.id;
    setWrong(who === null ? 'still' : other ? 'other' : null);
    if (who !== null && !other) sessionRestored();
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
      {wrong && (
        <p className="kho-callout" role="alert">
          {t(`session.${wrong}`)}
        </p>
      )}
    </Dialog>
  );
}
