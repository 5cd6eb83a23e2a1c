'use client';
import { useState } from 'react';
import type { Lang } from '../../i18n/translate';
import { useT } from '../hooks/use-t';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { LangToggle } from '../ui/lang-toggle';
import { MultiSelect } from '../ui/multi-select';
import { SelectInput, type Choice } from '../ui/select-input';
import { TagInput } from '../ui/tag-input';
import { TextArea, TextInput } from '../ui/text-control';
import type { RecordDraft } from './use-record';

interface Props {
  record: RecordDraft;
  name: string;
  label: string;
  hint?: string;
  optional?: string;
}

/** A text in two languages; Vietnamese first, English beside it on the same field. */
export function LocalisedText({
  record,
  name,
  label,
  hint,
  optional,
  long,
}: Props & { long?: boolean }) {
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
      optional={optional}
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
export function LocalisedTags({ record, name, label, hint, optional }: Props) {
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
      optional={optional}
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

export function PlainText({
  record,
  name,
  label,
  hint,
  optional,
  long,
}: Props & { long?: boolean }) {
  const Control = long ? TextArea : TextInput;
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <Control
          {...ids}
          onChange={(value) => record.set(name, value === '' ? null : value)}
          readOnly={record.readOnly}
          value={record.value<string>(name) ?? ''}
        />
      )}
    </Field>
  );
}

export function PlainTags({ record, name, label, hint, optional }: Props) {
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <TagInput
          {...ids}
          onChange={(value) => record.set(name, value)}
          readOnly={record.readOnly}
          value={record.value<string[]>(name) ?? []}
        />
      )}
    </Field>
  );
}

export function Year({ record, name, label, hint, optional }: Props) {
  const value = record.value<number>(name);
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          maxLength={4}
          onChange={(text) => {
            const digits = text.replace(/\D/g, '');
            record.set(name, digits === '' ? null : Number(digits));
          }}
          readOnly={record.readOnly}
          value={value === null ? '' : String(value)}
        />
      )}
    </Field>
  );
}

export function Day({ record, name, label, hint, optional }: Props) {
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <DateInput
          {...ids}
          onChange={(value) => record.set(name, value)}
          readOnly={record.readOnly}
          value={record.value<string>(name)}
        />
      )}
    </Field>
  );
}

export function OneOf({
  record,
  name,
  label,
  hint,
  optional,
  choices,
}: Props & { choices: Choice[] }) {
  const t = useT();
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <SelectInput
          {...ids}
          choices={choices}
          disabled={record.readOnly}
          onChange={(value) => record.set(name, value)}
          placeholder={t('form.choose')}
          value={record.value<string>(name)}
        />
      )}
    </Field>
  );
}

export function SomeOf({
  record,
  name,
  label,
  hint,
  optional,
  choices,
}: Props & { choices: Choice[] }) {
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      optional={optional}
      path={record.path(name)}
    >
      {(ids) => (
        <MultiSelect
          {...ids}
          choices={choices}
          onChange={(value) => record.set(name, value)}
          readOnly={record.readOnly}
          value={record.value<string[]>(name) ?? []}
        />
      )}
    </Field>
  );
}
