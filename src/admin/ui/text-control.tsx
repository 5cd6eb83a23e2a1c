'use client';
import type { ComponentProps } from 'react';
import type { ControlIds } from './field';

type Base = ControlIds & { value: string; onChange: (value: string) => void; readOnly?: boolean };

export function TextInput({
  onChange,
  ...rest
}: Base & Omit<ComponentProps<'input'>, 'onChange' | 'value'>) {
  return (
    <input
      autoComplete="off"
      {...rest}
      className="kho-input"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

export function TextArea({
  onChange,
  ...rest
}: Base & Omit<ComponentProps<'textarea'>, 'onChange' | 'value'>) {
  return (
    <textarea
      rows={3}
      {...rest}
      className="kho-input"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
