'use client';
import { useT } from '../hooks/use-t';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { MultiSelect } from '../ui/multi-select';
import { ParsedInput } from '../ui/parsed-input';
import { SelectInput, type Choice } from '../ui/select-input';
import { TagInput } from '../ui/tag-input';
import { TextArea, TextInput } from '../ui/text-control';
import type { RecordDraft } from './use-record';

/** What every field of a record takes. */
export interface FieldProps {
  record: RecordDraft;
  name: string;
  label: string;
  hint?: string;
}

export function PlainText({ record, name, label, hint, long }: FieldProps & { long?: boolean }) {
  const Control = long ? TextArea : TextInput;
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
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

export function PlainTags({ record, name, label, hint }: FieldProps) {
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
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

export function Year({ record, name, label, hint }: FieldProps) {
  const t = useT();
  const value = record.value<number>(name);
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
      path={record.path(name)}
    >
      {(ids) => (
        <ParsedInput
          {...ids}
          {...record.unread(name, label, t('form.yearWrong'))}
          onChange={(next) => record.set(name, next)}
          parse={(text) => (/^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : undefined)}
          readOnly={record.readOnly}
          shown={value === null ? '' : String(value)}
          wrong={t('form.yearWrong')}
        />
      )}
    </Field>
  );
}

export function Day({ record, name, label, hint }: FieldProps) {
  const t = useT();
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
      path={record.path(name)}
    >
      {(ids) => (
        <DateInput
          {...ids}
          {...record.unread(name, label, t('form.dateWrong'))}
          onChange={(value) => record.set(name, value)}
          readOnly={record.readOnly}
          value={record.value<string>(name)}
        />
      )}
    </Field>
  );
}

export function OneOf({ record, name, label, hint, choices }: FieldProps & { choices: Choice[] }) {
  const t = useT();
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
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

export function SomeOf({ record, name, label, hint, choices }: FieldProps & { choices: Choice[] }) {
  return (
    <Field
      condition={record.condition(name)}
      hint={hint}
      label={label}
      needed={record.demanded(name)}
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
