'use client';
import { useT } from '../hooks/use-t';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { MultiSelect } from '../ui/multi-select';
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
  optional?: string;
}

export function PlainText({
  record,
  name,
  label,
  hint,
  optional,
  long,
}: FieldProps & { long?: boolean }) {
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

export function PlainTags({ record, name, label, hint, optional }: FieldProps) {
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

export function Year({ record, name, label, hint, optional }: FieldProps) {
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

export function Day({ record, name, label, hint, optional }: FieldProps) {
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
}: FieldProps & { choices: Choice[] }) {
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
}: FieldProps & { choices: Choice[] }) {
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
