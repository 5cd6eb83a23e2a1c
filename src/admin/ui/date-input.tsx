'use client';
import { useT } from '../hooks/use-t';
import type { ControlIds } from './field';
import { formatDate, parseDate } from './format';
import { ParsedInput, type Unread } from './parsed-input';

/** A calendar day typed as dd/MM/yyyy, kept as `YYYY-MM-DD`. */
export function DateInput({
  value,
  onChange,
  ...rest
}: ControlIds &
  Unread & {
    value: string | null;
    onChange: (value: string | null) => void;
    readOnly?: boolean;
  }) {
  const t = useT();
  return (
    <ParsedInput<string>
      {...rest}
      onChange={(next) => next !== value && onChange(next)}
      parse={(text) => parseDate(text) ?? undefined}
      placeholder={t('form.datePlaceholder')}
      shown={formatDate(value)}
      wrong={t('form.dateWrong')}
    />
  );
}
