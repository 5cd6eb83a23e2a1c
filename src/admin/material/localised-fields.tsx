'use client';
import { useState } from 'react';
import type { Lang } from '../../i18n/translate';
import { useT } from '../hooks/use-t';
import { Field } from '../ui/field';
import { LangToggle } from '../ui/lang-toggle';
import { TagInput } from '../ui/tag-input';
import { TextArea, TextInput } from '../ui/text-control';
import type { FieldProps } from './fields';

/** A text in two languages; Vietnamese first, English beside it on the same field. */
export function LocalisedText({
  record,
  name,
  label,
  hint,
  long,
}: FieldProps & { long?: boolean }) {
  const [lang, setLang] = useState<Lang>('vi');
  const t = useT();
  const Control = long ? TextArea : TextInput;
  return (
    <Field
      aside={
        <LangToggle
          filled={{ vi: record.text(name, 'vi') !== '', en: record.text(name, 'en') !== '' }}
          label={label}
          lang={lang}
          onChange={setLang}
        />
      }
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
      path={record.path(name)}
    >
      {(ids) => (
        <Control
          {...ids}
          lang={lang}
          onChange={(value) => record.setText(name, lang, value)}
          placeholder={lang === 'en' && !record.readOnly ? t('form.inEnglish') : undefined}
          readOnly={record.readOnly}
          value={record.text(name, lang)}
        />
      )}
    </Field>
  );
}

/** Words in two languages. */
export function LocalisedTags({ record, name, label, hint }: FieldProps) {
  const [lang, setLang] = useState<Lang>('vi');
  const stored = record.value<Partial<Record<Lang, string[] | null>>>(name) ?? {};
  const words = (code: Lang) => stored[code] ?? [];
  return (
    <Field
      aside={
        <LangToggle
          filled={{ vi: words('vi').length > 0, en: words('en').length > 0 }}
          label={label}
          lang={lang}
          onChange={setLang}
        />
      }
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
      path={record.path(name)}
    >
      {(ids) => (
        <TagInput
          {...ids}
          onChange={(value) =>
            record.set(name, { vi: words('vi'), en: words('en'), [lang]: value })
          }
          readOnly={record.readOnly}
          value={words(lang)}
        />
      )}
    </Field>
  );
}
