'use client';
import { useEffect, useState } from 'react';
import { useT } from '../hooks/use-t';
import type { ControlIds } from './field';
import { formatDate, parseDate } from './format';

/** A calendar day typed as dd/MM/yyyy, kept as `YYYY-MM-DD`; what is no day is said, not swallowed. */
export function DateInput({
  value,
  onChange,
  readOnly,
  ...ids
}: ControlIds & {
  value: string | null;
  onChange: (value: string | null) => void;
  readOnly?: boolean;
}) {
  const t = useT();
  const [text, setText] = useState(formatDate(value));
  const [wrong, setWrong] = useState(false);

  useEffect(() => {
    setText(formatDate(value));
    setWrong(false);
  }, [value]);

  const type = (next: string) => {
    setText(next);
    const parsed = parseDate(next);
    if (parsed) {
      setWrong(false);
      if (parsed !== value) onChange(parsed);
    } else if (next.trim() === '') {
      setWrong(false);
      if (value) onChange(null);
    }
  };

  return (
    <>
      <input
        {...ids}
        aria-invalid={wrong || ids['aria-invalid']}
        autoComplete="off"
        className="kho-input kho-num"
        inputMode="numeric"
        onBlur={() => setWrong(text.trim() !== '' && parseDate(text) === null)}
        onChange={(event) => type(event.target.value)}
        placeholder={t('form.datePlaceholder')}
        readOnly={readOnly}
        value={text}
      />
      {wrong && (
        <p className="kho-hint kho-hint--warn" role="alert">
          {t('form.dateWrong')}
        </p>
      )}
    </>
  );
}
