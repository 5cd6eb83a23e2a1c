'use client';
import type { ReactNode } from 'react';
import type { ConditionView } from '../../review/view-models';
import { fieldId } from './field-id';
import { Icon } from './icon';

export interface ControlIds {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  'aria-required'?: true;
}

/** Label above, control, then hint or what is missing; `aside` stands at the label's right. */
export function Field({
  path,
  label,
  hint,
  needed,
  aside,
  condition,
  error,
  children,
}: {
  path: string;
  label: string;
  hint?: string;
  /** Submitting demands it: marked with a star, which the form explains. */
  needed?: boolean;
  aside?: ReactNode;
  condition?: ConditionView;
  /** What is wrong with what is typed. */
  error?: string | undefined;
  children: (ids: ControlIds) => ReactNode;
}) {
  const id = fieldId(path);
  const noteId = `${id}-note`;
  return (
    <div className="kho-field">
      <div className="kho-field__head">
        <label className="kho-label" data-needed={needed || undefined} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': hint || condition || error ? noteId : undefined,
        'aria-invalid': condition || error ? true : undefined,
        'aria-required': needed || undefined,
      })}
      <FieldNote condition={condition} error={error} hint={hint} id={noteId} />
    </div>
  );
}

/** For groups of controls: a legend in place of a label. */
export function FieldSet({
  path,
  legend,
  hint,
  needed,
  condition,
  children,
}: {
  path: string;
  legend: string;
  hint?: string;
  needed?: boolean;
  condition?: ConditionView;
  children: ReactNode;
}) {
  const id = fieldId(path);
  return (
    <fieldset
      aria-describedby={hint || condition ? `${id}-note` : undefined}
      className="kho-field"
      id={id}
    >
      <legend className="kho-label" data-needed={needed || undefined}>
        {legend}
      </legend>
      {children}
      <FieldNote condition={condition} hint={hint} id={`${id}-note`} />
    </fieldset>
  );
}

function FieldNote({
  id,
  hint,
  condition,
  error,
}: {
  id: string;
  hint?: string;
  condition?: ConditionView;
  error?: string | undefined;
}) {
  if (condition || error) {
    return (
      <p className="kho-hint kho-hint--warn" id={id}>
        <Icon name="alert" small />
        <span>{condition ? `${condition.message} ${condition.remedy ?? ''}` : error}</span>
      </p>
    );
  }
  return hint ? (
    <p className="kho-hint" id={id}>
      {hint}
    </p>
  ) : null;
}
