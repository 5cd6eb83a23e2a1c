'use client';
import { useEffect, useRef, useState } from 'react';
import type { ControlIds } from './field';

/** What a field does with words that it cannot read: it keeps them, and says so. */
export interface Unread {
  /** Words left in this field before, which could not be read. */
  draft?: string;
  onDraft?: (text: string | null) => void;
}

interface Props<V> extends ControlIds, Unread {
  /** The stored value as it is written. */
  shown: string;
  /** Undefined: no such value. Called with trimmed text that is not empty. */
  parse: (text: string) => V | undefined;
  onChange: (value: V | null) => void;
  /** Said when the text cannot be read. */
  wrong: string;
  placeholder?: string;
  readOnly?: boolean;
}

/** A text that stands for a date, a year, a number: never erased, never passed on unread. */
export function ParsedInput<V>({
  shown,
  parse,
  onChange,
  wrong: wrongText,
  draft,
  onDraft,
  ...rest
}: Props<V>) {
  const [text, setText] = useState(draft ?? shown);
  const [wrong, setWrong] = useState(draft !== undefined);
  const seen = useRef(shown);

  useEffect(() => {
    if (seen.current === shown) return;
    seen.current = shown;
    setText(shown);
    setWrong(false);
  }, [shown]);

  // Words kept in the browser come back a moment after the field is drawn.
  useEffect(() => {
    if (draft === undefined) return;
    setText((now) => (now === seen.current ? draft : now));
    setWrong(true);
  }, [draft]);

  const accept = (value: V | null) => {
    setWrong(false);
    onDraft?.(null);
    onChange(value);
  };
  const type = (next: string) => {
    setText(next);
    const trimmed = next.trim();
    if (trimmed === '') return accept(null);
    const value = parse(trimmed);
    if (value !== undefined) accept(value);
  };
  const leave = () => {
    const trimmed = text.trim();
    const unread = trimmed !== '' && parse(trimmed) === undefined;
    setWrong(unread);
    if (unread) onDraft?.(text);
  };

  return (
    <>
      <input
        {...rest}
        aria-invalid={wrong || rest['aria-invalid']}
        autoComplete="off"
        className="kho-input kho-num"
        inputMode="numeric"
        onBlur={leave}
        onChange={(event) => type(event.target.value)}
        value={text}
      />
      {wrong && (
        <p className="kho-hint kho-hint--warn" role="alert">
          {wrongText}
        </p>
      )}
    </>
  );
}
