'use client';
import type { ReactNode } from 'react';

export function Checkbox({
  checked,
  onChange,
  children,
  hint,
  disabled,
  id,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: string;
  disabled?: boolean;
  id?: string;
}) {
  return (
    <label className="kho-check">
      <input
        checked={checked}
        disabled={disabled}
        id={id}
        onChange={(event) => onChange(event.target.checked)}
        type="checkbox"
      />
      <span>
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
