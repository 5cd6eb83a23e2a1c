'use client';
import { Checkbox } from './checkbox';
import type { Choice } from './select-input';

export function CheckList({
  value,
  choices,
  onChange,
  disabled,
}: {
  value: string[];
  choices: Choice[];
  onChange: (value: string[]) => void;
  disabled?: boolean;
}) {
  return (
    <div className="kho-checklist">
      {choices.map((choice) => (
        <Checkbox
          checked={value.includes(choice.value)}
          disabled={disabled}
          hint={choice.hint}
          key={choice.value}
          onChange={(checked) =>
            onChange(
              // In the list's order, so that the same ticks are always the same value.
              choices
                .map((one) => one.value)
                .filter((one) => (one === choice.value ? checked : value.includes(one))),
            )
          }
        >
          {choice.label}
        </Checkbox>
      ))}
    </div>
  );
}
