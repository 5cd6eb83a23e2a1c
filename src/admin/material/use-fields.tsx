'use client';
import { useT } from '../hooks/use-t';
import { CheckList } from '../ui/check-list';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';
import { MATERIAL } from './edits';
import { Day } from './fields';
import { useRecord } from './use-record';
import { useWorkbench } from './workbench';

/** What the office means to do with it, and from when: belongs to the material, is asked here. */
export function UseFields() {
  const t = useT();
  const { reference } = useWorkbench();
  const record = useRecord(MATERIAL);
  return (
    <section className="kho-part">
      <h2>{t('rights.use')}</h2>
      <FieldSet
        condition={record.condition('intendedUse')}
        legend={t('fields.intendedUse')}
        path="intendedUse"
      >
        <CheckList
          choices={codeChoices(reference, 'intendedUses', 'intendedUse')}
          disabled={record.readOnly}
          onChange={(value) => record.set('intendedUse', value)}
          value={record.value<string[]>('intendedUse') ?? []}
        />
      </FieldSet>
      <div className="kho-two">
        <Day
          hint={t('hints.embargoUntil')}
          label={t('fields.embargoUntil')}
          name="embargoUntil"
          record={record}
        />
      </div>
    </section>
  );
}
