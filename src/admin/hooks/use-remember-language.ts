'use client';
import { usePreferences, useTranslation } from '@payloadcms/ui';
import { useEffect } from 'react';
import { LANGUAGE_PREFERENCE } from '../../i18n/language-preference';

/** What the person chose, here or on the sign-in page; nothing while the browser decides. */
function chosenLanguage(): string | undefined {
  return /(?:^|;\s*)payload-lng=(vi|en)(?:;|$)/.exec(document.cookie)?.[1];
}

/** Keeps the chosen language of the screens for the person, so that mails are written in it too. */
export function useRememberLanguage(): void {
  const { i18n } = useTranslation();
  const { getPreference, setPreference } = usePreferences();
  useEffect(() => {
    const chosen = chosenLanguage();
    if (!chosen) return;
    const remember = async () => {
      if ((await getPreference<string>(LANGUAGE_PREFERENCE)) !== chosen) {
        await setPreference(LANGUAGE_PREFERENCE, chosen);
      }
    };
    void remember();
    // `getPreference` is a new function in each language.
  }, [i18n.language, getPreference, setPreference]);
}
