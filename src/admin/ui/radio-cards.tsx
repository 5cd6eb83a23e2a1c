'use client';
import type { Choice } from './select-input';

/** One of a few, each with a line that explains it. */
export function RadioCards({
  name,
  value,
  choices,
  onChange,
  disabled,
}: {
  name: string;
  value: string | null;
  choices: Choice[];
  onChange: (value: string) => void;
  disabled?: boolean;
}) {
  return (
    <div className="kho-cards">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            checked={value === choice.value}
            disabled={disabled}
            name={name}
            onChange={() => onChange(choice.value)}
            type="radio"
            value={choice.value}
          />
          <span>
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
            {choice.detail && value === choice.value && (
              <small className="kho-cards__detail">{choice.detail}</small>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
