'use client';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { codeChoices } from '../ui/choices';
import { FieldSet } from '../ui/field';
import { OneOf, PlainText } from './fields';
import { rowRecord } from './group-record';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

/** Who made it, as the public page names them. */
export function CreatorRows({ record }: { record: RecordDraft }) {
  const t = useT();
  const { reference } = useWorkbench();
  const rows = record.value<Record<string, unknown>[]>('creators') ?? [];
  return (
    <FieldSet
      condition={record.condition('creators')}
      hint={t('hints.creators')}
      legend={t('fields.creators')}
      needed={record.demanded('creators')}
      path="creators"
    >
      <ul className="kho-rowlist">
        {rows.map((row, index) => (
          <li key={String(row.id ?? index)}>
            <PlainText
              label={t('fields.personName')}
              name="name"
              record={rowRecord(record, 'creators', index)}
            />
            <OneOf
              choices={codeChoices(reference, 'creatorRoles')}
              label={t('fields.role')}
              name="role"
              record={rowRecord(record, 'creators', index)}
            />
            {!record.readOnly && (
              <Button
                aria-label={t('form.removeNamed', { name: String(row.name ?? index + 1) })}
                icon="bin"
                iconOnly
                onClick={() =>
                  record.set(
                    'creators',
                    rows.filter((_, at) => at !== index),
                  )
                }
                variant="quiet"
              />
            )}
          </li>
        ))}
      </ul>
      {!record.readOnly && (
        <Button
          icon="plus"
          onClick={() => record.set('creators', [...rows, { name: null, role: 'author' }])}
        >
          {t('form.addPerson')}
        </Button>
      )}
    </FieldSet>
  );
}
