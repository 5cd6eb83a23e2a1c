'use client';
import { useTranslation } from '@payloadcms/ui';
import { Icon } from '../ui/icon';
import { useT } from '../hooks/use-t';

/** Somebody who is not signed in yet has no menu, and still reads only one of the two languages. */
export function AfterLogin() {
  const t = useT();
  const { switchLanguage } = useTranslation();
  const other = t.lang === 'vi' ? 'en' : 'vi';
  return (
    <>
      <p className="kho-muted">{t('signIn.forgotten')}</p>
      <button
        className="kho-tool kho-other-language"
        lang={other}
        onClick={() => void switchLanguage?.(other)}
        type="button"
      >
        <Icon name="published" small />
        {t('signIn.otherLanguage')}
      </button>
    </>
  );
}
