'use client';
import { useState } from 'react';
import type { TakedownOutcome } from '../../platform/takedown';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { ProblemList } from '../actions/problem-list';
import type { Problem } from '../api/problem';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { Field, FieldSet } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import { TextArea } from '../ui/text-control';

const OUTCOMES = ['upheld', 'rejected'] as const satisfies readonly TakedownOutcome[];

export interface Decision {
  outcome: TakedownOutcome;
  reasons: string;
  reinstate: boolean;
}

/** Upheld or rejected, with reasons in the name of whoever decides. */
export function DecideDialog({
  view,
  open,
  busy,
  problem,
  onClose,
  onDecide,
}: {
  view: TakedownView;
  open: boolean;
  busy: boolean;
  problem: Problem | null;
  onClose: () => void;
  onDecide: (decision: Decision) => void;
}) {
  const t = useT();
  const [outcome, setOutcome] = useState<TakedownOutcome | null>(null);
  const [reasons, setReasons] = useState('');
  const [reinstate, setReinstate] = useState(true);
  const held = view.items.some(({ byThis, publication }) => byThis && publication === 'withdrawn');
  const ready = outcome !== null && reasons.trim().length >= view.reasonsLeast;
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            blocked={!ready}
            busy={busy}
            onClick={() => outcome && onDecide({ outcome, reasons, reinstate })}
            variant={outcome === 'upheld' ? 'danger' : 'primary'}
          >
            {t(outcome ? `takedowns.decideAs.${outcome}` : 'takedowns.decideNow')}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t('takedowns.decideTitle')}
    >
      <FieldSet legend={t('takedowns.outcome')} path="takedown.outcome">
        <RadioCards
          choices={OUTCOMES.map((value) => ({
            value,
            label: t(`takedowns.outcomes.${value}.label`),
            hint: t(`takedowns.outcomes.${value}.hint`),
          }))}
          name="outcome"
          onChange={(value) => setOutcome(value as TakedownOutcome)}
          value={outcome}
        />
      </FieldSet>
      {outcome === 'rejected' && held && (
        <Checkbox checked={reinstate} id="takedown-reinstate" onChange={setReinstate}>
          {t('takedowns.reinstate')}
        </Checkbox>
      )}
      <Field
        hint={t('takedowns.reasonsHint', { least: view.reasonsLeast })}
        label={t('takedowns.reasons')}
        path="reasons"
      >
        {(ids) => <TextArea {...ids} onChange={setReasons} rows={5} value={reasons} />}
      </Field>
      <ProblemList problem={problem} />
    </Dialog>
  );
}
