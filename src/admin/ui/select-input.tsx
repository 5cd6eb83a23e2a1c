'use client';
import type { ControlIds } from './field';
import { Icon } from './icon';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Said under the choice once it is made. */
  detail?: string;
  /** Names the choices that follow it; no choice itself. */
  heading?: boolean;
}

export function SelectInput({
  value,
  choices,
  placeholder,
  onChange,
  disabled,
  ...ids
}: ControlIds & {
  value: string | null;
  choices: Choice[];
  placeholder: string;
  onChange: (value: string | null) => void;
  disabled?: boolean;
}) {
  return (
    <div className="kho-pick">
      <select
        {...ids}
        className="kho-input"
        disabled={disabled}
        onChange={(event) => onChange(event.target.value || null)}
        value={value ?? ''}
      >
        <option value="">{placeholder}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </div>
  );
}
