'use client';
import type { ReferenceView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { CheckList } from '../ui/check-list';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';

export function ReasonFields({
  reference,
  value,
  onChange,
}: {
  reference: ReferenceView | undefined;
  value: string[];
  onChange: (value: string[]) => void;
}) {
  const t = useT();
  return (
    <FieldSet hint={t('reasons.hint')} legend={t('reasons.title')} path="action.reasons">
      <CheckList
        choices={codeChoices(reference, 'reasons', 'reason')}
        onChange={onChange}
        value={value}
      />
    </FieldSet>
  );
}
