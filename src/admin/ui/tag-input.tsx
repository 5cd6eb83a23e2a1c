'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Chip } from './chip';
import type { ControlIds } from './field';

/** Free words: Enter or a comma ends one, Backspace takes the last back. */
export function TagInput({
  value,
  onChange,
  readOnly,
  ...ids
}: ControlIds & { value: string[]; onChange: (value: string[]) => void; readOnly?: boolean }) {
  const t = useT();
  const [text, setText] = useState('');

  const add = (raw: string) => {
    const words = raw
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !value.includes(word));
    if (words.length > 0) onChange([...value, ...new Set(words)]);
    setText('');
  };

  return (
    <div className="kho-input kho-chips" data-readonly={readOnly || undefined}>
      {value.map((word) => (
        <Chip
          key={word}
          label={word}
          onRemove={readOnly ? undefined : () => onChange(value.filter((one) => one !== word))}
          removeLabel={t('form.removeNamed', { name: word })}
        />
      ))}
      <input
        {...ids}
        autoComplete="off"
        enterKeyHint="enter"
        onBlur={() => text.trim() && add(text)}
        onChange={(event) =>
          /[,;]$/.test(event.target.value) ? add(event.target.value) : setText(event.target.value)
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add(text);
          }
          if (event.key === 'Backspace' && text === '' && value.length > 0) {
            onChange(value.slice(0, -1));
          }
        }}
        placeholder={value.length === 0 && !readOnly ? t('form.tagPlaceholder') : undefined}
        readOnly={readOnly}
        value={text}
      />
    </div>
  );
}
