'use client';
import { useState } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { fieldLabel } from './field-label';
import { showValue } from './show-value';
import { useWorkbench } from './workbench';

/** Two versions of the same field, side by side: the person chooses, nothing is lost before. */
export function ConflictDialog() {
  const t = useT();
  const { conflict, settle, postpone, reference, view } = useWorkbench();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const list = conflict?.list ?? [];
  const id = (clash: { key: string; field: string }) => `${clash.key} ${clash.field}`;

  return (
    <Dialog
      footer={
        <>
          <Button onClick={postpone}>{t('conflict.later')}</Button>
          <Button onClick={() => settle((clash) => chosen[id(clash)] ?? 'mine')} variant="primary">
            {t('conflict.settle')}
          </Button>
        </>
      }
      onClose={postpone}
      open={conflict !== null}
      title={t('conflict.title')}
      wide
    >
      <p>{t('conflict.text', { name: conflict?.by ?? t('save.someone') })}</p>
      {list.map((clash) => (
        <fieldset className="kho-clash" key={id(clash)}>
          <legend className="kho-label">{fieldLabel(t, clash.field)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                checked={(chosen[id(clash)] ?? 'mine') === side}
                name={id(clash)}
                onChange={() => setChosen({ ...chosen, [id(clash)]: side })}
                type="radio"
              />
              <span>
                <b>{t(`conflict.${side}`)}</b>
                <span>{showValue(t, clash[side], { reference, view })}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
