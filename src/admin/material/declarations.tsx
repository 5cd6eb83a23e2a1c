'use client';
import { useT } from '../hooks/use-t';
import { Checkbox } from '../ui/checkbox';
import { FieldSet } from '../ui/field';
import { fieldId } from '../ui/field-id';
import { MATERIAL } from './edits';
import { groupRecord } from './group-record';
import { useRecord } from './use-record';
import { useWorkbench } from './workbench';

export function Declarations() {
  const t = useT();
  const { view } = useWorkbench();
  const unsure = [view.rights, ...view.components].some(
    (record) => (record?.interview?.questions.length ?? 0) > 0,
  );
  const material = useRecord(MATERIAL);
  const record = groupRecord(material, 'declarations');
  return (
    <section className="kho-part">
      <h2>{t('rights.declarations')}</h2>
      <FieldSet
        condition={material.condition('declarations')}
        hint={unsure ? t('rights.unsureConsents') : undefined}
        legend={t('rights.declare')}
        needed={record.demanded('noStateSecret') && record.demanded('consents')}
        path="declarations"
      >
        {(['noStateSecret', 'consents'] as const).map((name) => (
          <Checkbox
            checked={record.value<boolean>(name) === true}
            disabled={record.readOnly}
            id={fieldId(record.path(name))}
            key={name}
            onChange={(checked) => record.set(name, checked)}
          >
            {t(`fields.${name}`)}
          </Checkbox>
        ))}
      </FieldSet>
    </section>
  );
}
