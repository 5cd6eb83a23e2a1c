'use client';
import { usePreferences } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { MAIL_CHOICES, MAIL_PREFERENCE, type MailChoice } from '../../i18n/mail-preference';
import type { ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { FieldSet } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';

/** Notices by mail: at once, one mail a day, or none. */
export function NoticePreference() {
  const t = useT();
  const { getPreference, setPreference } = usePreferences();
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const [choice, setChoice] = useState<MailChoice>('now');
  useEffect(() => {
    const look = async () => {
      const chosen = await getPreference<MailChoice>(MAIL_PREFERENCE);
      if (chosen && MAIL_CHOICES.includes(chosen)) setChoice(chosen);
    };
    void look();
  }, [getPreference]);
  return (
    <FieldSet
      hint={reference?.sendsMail === false ? t('account.noMailServer') : undefined}
      legend={t('account.mail')}
      path="account.mail"
    >
      <RadioCards
        choices={MAIL_CHOICES.map((value) => ({ value, label: t(`account.mailChoice.${value}`) }))}
        name="kho-mail"
        onChange={(value) => {
          setChoice(value as MailChoice);
          void setPreference(MAIL_PREFERENCE, value);
        }}
        value={choice}
      />
    </FieldSet>
  );
}
