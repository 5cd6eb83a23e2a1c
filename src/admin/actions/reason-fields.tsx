'use client';
import type { Action } from '../../review/states';
import type { ReferenceView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { CheckList } from '../ui/check-list';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';

export function ReasonFields({
  action,
  reference,
  value,
  onChange,
}: {
  action: Action;
  reference: ReferenceView | undefined;
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const t = useT();
  const withdraws = action === 'withdraw';
  const hint = t(withdraws ? 'reasons.hintWithdraw' : 'reasons.hint');
  return (
    <FieldSet hint={hint} legend={t('reasons.title')} path="action.reasons">
      <CheckList
        choices={codeChoices(reference, withdraws ? 'withdrawReasons' : 'reasons', 'reason')}
        onChange={onChange}
        value={value}
      />
    </FieldSet>
  );
}
