'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import type { Clash } from './conflicts';
import { fieldLabel } from './field-label';
import { showValue } from './show-value';
import { useWorkbench } from './workbench';

export type Side = 'mine' | 'theirs';
type Choose = (clash: Clash) => Side;
const idOf = ({ key, field }: Clash) => `${key} ${field}`;

/** Which version of each field is kept; one's own unless the person says otherwise. */
export function useSides(): [Choose, (clash: Clash, side: Side) => void] {
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  return [
    (clash) => chosen[idOf(clash)] ?? 'mine',
    (clash, side) => setChosen((now) => ({ ...now, [idOf(clash)]: side })),
  ];
}

/** Two versions of the same field, side by side. */
export function ClashList({
  list,
  words,
  choose,
  onChoose,
  readOnly,
}: {
  list: Clash[];
  words: Record<Side, string>;
  choose: Choose;
  onChoose: (clash: Clash, side: Side) => void;
  readOnly?: boolean;
}) {
  const t = useT();
  const { reference, view } = useWorkbench();
  return list.map((clash) => (
    <fieldset className="kho-clash" key={idOf(clash)}>
      <legend className="kho-label">{fieldLabel(t, clash.field)}</legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side}>
          {!readOnly && (
            <input
              checked={choose(clash) === side}
              name={idOf(clash)}
              onChange={() => onChoose(clash, side)}
              type="radio"
            />
          )}
          <span>
            <b>{words[side]}</b>
            <span>{showValue(t, clash[side], { reference, view })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  ));
}
