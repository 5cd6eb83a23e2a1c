'use client';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { countries } from '../ui/countries';
import { FieldSet } from '../ui/field';
import { OneOf, PlainText, Year } from './fields';
import { rowRecord } from './group-record';
import type { RecordDraft } from './use-record';

/** Authors in the sense of the law: their years decide how long the work is protected. */
export function AuthorRows({ record }: { record: RecordDraft }) {
  const t = useT();
  const rows = record.value<Record<string, unknown>[]>('authors') ?? [];
  const anonymous = record.value<boolean>('anonymous') === true;
  return (
    <section className="kho-part">
      <h2>{t('rights.authors')}</h2>
      <FieldSet
        condition={record.condition('authors')}
        hint={t('hints.authors')}
        legend={t('fields.authors')}
        path={record.path('authors')}
      >
        <ul className="kho-rowlist kho-rowlist--authors">
          {rows.map((row, index) => (
            <AuthorRow index={index} key={String(row.id ?? index)} record={record} rows={rows} />
          ))}
        </ul>
        {!record.readOnly && (
          <Button
            icon="plus"
            onClick={() =>
              record.set('authors', [...rows, { name: null, living: true, nationality: 'VN' }])
            }
          >
            {t('form.addAuthor')}
          </Button>
        )}
        <Checkbox
          checked={anonymous}
          disabled={record.readOnly}
          onChange={(checked) => record.set('anonymous', checked)}
        >
          {t('fields.anonymous')}
        </Checkbox>
      </FieldSet>
    </section>
  );
}

function AuthorRow({
  record,
  rows,
  index,
}: {
  record: RecordDraft;
  rows: Record<string, unknown>[];
  index: number;
}) {
  const t = useT();
  const own = rowRecord(record, 'authors', index);
  const living = own.value<boolean>('living') === true;
  return (
    <li>
      <PlainText label={t('fields.personName')} name="name" record={own} />
      <PlainText label={t('fields.penName')} name="penName" record={own} />
      <Year label={t('fields.born')} name="born" record={own} />
      {!living && <Year label={t('fields.died')} name="died" record={own} />}
      <OneOf
        choices={countries(t, own.value<string>('nationality'))}
        label={t('fields.nationality')}
        name="nationality"
        record={own}
      />
      <Checkbox
        checked={living}
        disabled={record.readOnly}
        onChange={(checked) => own.set('living', checked)}
      >
        {t('fields.living')}
      </Checkbox>
      {!record.readOnly && (
        <Button
          aria-label={t('form.removeNamed', { name: String(rows[index]?.name ?? index + 1) })}
          icon="bin"
          onClick={() =>
            record.set(
              'authors',
              rows.filter((_, at) => at !== index),
            )
          }
          variant="quiet"
        >
          {t('form.remove')}
        </Button>
      )}
    </li>
  );
}
