'use client';
import { useId, useMemo, useRef, useState } from 'react';
import { foldText } from '../../platform/fold-text';
import { useT } from '../hooks/use-t';
import { Chip } from './chip';
import type { ControlIds } from './field';
import { Icon } from './icon';
import type { Choice } from './select-input';

/** Several of many: typing filters (accents optional), arrows and Enter choose. WAI-ARIA combobox. */
export function MultiSelect({
  value,
  choices,
  onChange,
  readOnly,
  ...ids
}: ControlIds & {
  value: string[];
  choices: Choice[];
  onChange: (value: string[]) => void;
  readOnly?: boolean;
}) {
  const t = useT();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);

  const left = useMemo(() => {
    const wanted = foldText(text.trim());
    const found = (choice: Choice) =>
      !value.includes(choice.value) && foldText(choice.label).includes(wanted);
    return choices.filter((choice) => !choice.heading && found(choice));
  }, [choices, value, text]);
  const chosen = value.map((one) => ({
    value: one,
    label: choices.find((choice) => choice.value === one)?.label ?? one,
  }));

  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    onChange([...value, choice.value]);
    setText('');
    setAt(0);
    input.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => (open ? (now + step + left.length) % Math.max(left.length, 1) : 0));
    } else if (event.key === 'Enter' && open && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(left[at]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };

  return (
    <div
      className="kho-multi"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setOpen(false);
        setText('');
      }}
    >
      <div
        className="kho-input kho-chips"
        data-readonly={readOnly || undefined}
        onClick={() => !readOnly && (input.current?.focus(), setOpen(true))}
      >
        {chosen.map((one) => (
          <Chip
            key={one.value}
            label={one.label}
            onRemove={
              readOnly ? undefined : () => onChange(value.filter((other) => other !== one.value))
            }
            removeLabel={t('form.removeNamed', { name: one.label })}
          />
        ))}
        <input
          {...ids}
          aria-activedescendant={open && left[at] ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-expanded={open}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          placeholder={value.length === 0 && !readOnly ? t('form.choose') : undefined}
          readOnly={readOnly}
          ref={input}
          role="combobox"
          value={text}
        />
        {!readOnly && <Icon name="down" />}
      </div>
      <ul hidden={!open || readOnly} id={listId} role="listbox">
        {left.map((choice, index) => [
          headingOf(choices, left, index) && (
            <li className="kho-multi__group" key={`of ${choice.value}`} role="presentation">
              {headingOf(choices, left, index)}
            </li>
          ),
          <li
            aria-selected={index === at}
            data-at={index === at || undefined}
            id={`${listId}-${index}`}
            key={choice.value}
            onMouseDown={(event) => {
              event.preventDefault();
              pick(choice);
            }}
            ref={index === at && open ? (node) => node?.scrollIntoView({ block: 'nearest' }) : null}
            role="option"
          >
            {choice.label}
          </li>,
        ])}
        {left.length === 0 && <li className="kho-muted">{t('form.nothingFound')}</li>}
      </ul>
    </div>
  );
}

/** The heading that comes before a choice of the list, where it is the first one under it. */
function headingOf(choices: Choice[], left: Choice[], index: number): string | undefined {
  const group = (choice: Choice | undefined) =>
    choice && choices.slice(0, choices.indexOf(choice)).findLast((one) => one.heading)?.label;
  const own = group(left[index]);
  return index > 0 && group(left[index - 1]) === own ? undefined : own;
}
