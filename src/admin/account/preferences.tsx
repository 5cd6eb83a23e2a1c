'use client';
import { useTheme, useTranslation } from '@payloadcms/ui';
import { useT } from '../hooks/use-t';
import { FieldSet } from '../ui/field';
import { NoticePreference } from './notice-preference';
import { RadioCards } from '../ui/radio-cards';

export function Preferences() {
  const t = useT();
  const { autoMode, setTheme, theme } = useTheme();
  const { switchLanguage } = useTranslation();
  return (
    <section className="kho-part">
      <h2>{t('account.preferences')}</h2>
      <div className="kho-two">
        <FieldSet legend={t('account.language')} path="account.language">
          <RadioCards
            choices={[
              { value: 'vi', label: t('languages.vi') },
              { value: 'en', label: t('languages.en') },
            ]}
            name="kho-language"
            onChange={(value) => void switchLanguage?.(value as 'vi' | 'en')}
            value={t.lang}
          />
        </FieldSet>
        <FieldSet legend={t('account.theme')} path="account.theme">
          <RadioCards
            choices={[
              { value: 'auto', label: t('account.themeAuto') },
              { value: 'light', label: t('account.themeLight') },
              { value: 'dark', label: t('account.themeDark') },
            ]}
            name="kho-theme"
            onChange={(value) => setTheme(value as 'light')}
            value={autoMode ? 'auto' : theme}
          />
        </FieldSet>
      </div>
      <NoticePreference />
    </section>
  );
}
