'use client';
import { useT } from '../hooks/use-t';
import { FieldSet } from '../ui/field';
import { fieldId } from '../ui/field-id';
import { readAgeRange, readDuration, writeAgeRange, writeDuration } from '../ui/measures';
import { ParsedInput } from '../ui/parsed-input';
import type { RecordDraft } from './use-record';

/** From–to in years, stored as publications carry it (`6-11`, `60+`). */
export function AgeRangeField({ record }: { record: RecordDraft }) {
  const t = useT();
  const stored = record.value<string>('ageRange');
  const range = readAgeRange(stored);
  const wrong = record.unread('ageRange', t('fields.ageRange'), t('form.ageBackwards'));
  const put = (next: Partial<typeof range>) => {
    const both = { ...range, ...next };
    const value = writeAgeRange(both);
    wrong.onDraft?.(value === undefined ? `${String(both.from)}-${String(both.to)}` : null);
    if (value !== undefined) record.set('ageRange', value);
  };
  return (
    <FieldSet
      condition={record.condition('ageRange')}
      hint={t('hints.ageRange')}
      legend={t('fields.ageRange')}
      needed={record.demanded('ageRange')}
      path={record.path('ageRange')}
    >
      <div className="kho-measures">
        <Whole
          label={t('form.ageFrom')}
          name="ageRange.from"
          onChange={(from) => put({ from })}
          record={record}
          value={range.from}
        />
        <Whole
          label={t('form.ageTo')}
          name="ageRange.to"
          onChange={(to) => put({ to })}
          record={record}
          value={range.to}
        />
        <span>{t('form.years')}</span>
      </div>
      <Unlisted stored={stored} understood={range.from !== null} />
      {wrong.draft && (
        <p className="kho-hint kho-hint--warn" role="alert">
          {t('form.ageBackwards')}
        </p>
      )}
    </FieldSet>
  );
}

/** Hours and minutes in words, stored as ISO 8601 (`PT1H30M`). */
export function DurationField({ record }: { record: RecordDraft }) {
  const t = useT();
  const stored = record.value<string>('duration');
  const length = readDuration(stored);
  const put = (next: Partial<typeof length>) =>
    record.set('duration', writeDuration({ ...length, ...next }));
  return (
    <FieldSet
      condition={record.condition('duration')}
      hint={t('hints.duration')}
      legend={t('fields.duration')}
      needed={record.demanded('duration')}
      path={record.path('duration')}
    >
      <div className="kho-measures">
        <Whole
          after
          label={t('form.hours')}
          name="duration.hours"
          onChange={(hours) => put({ hours })}
          record={record}
          value={length.hours}
        />
        <Whole
          after
          label={t('form.minutes')}
          name="duration.minutes"
          onChange={(minutes) => put({ minutes })}
          record={record}
          value={length.minutes}
        />
      </div>
      <Unlisted stored={stored} understood={(length.hours ?? length.minutes) !== null} />
    </FieldSet>
  );
}

/** What was stored before and cannot be shown in the boxes is not hidden. */
function Unlisted({ stored, understood }: { stored: string | null; understood: boolean }) {
  const t = useT();
  if (!stored || understood) return null;
  return <p className="kho-hint kho-hint--warn">{t('form.storedAs', { value: stored })}</p>;
}

function Whole({
  record,
  name,
  label,
  value,
  onChange,
  after,
}: {
  record: RecordDraft;
  name: string;
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  after?: boolean;
}) {
  const t = useT();
  const id = fieldId(record.path(name));
  const words = <label htmlFor={id}>{label}</label>;
  return (
    <div className="kho-measure">
      {!after && words}
      <ParsedInput<number>
        {...record.unread(name, label, t('form.numberWrong'))}
        id={id}
        onChange={onChange}
        parse={(text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined)}
        readOnly={record.readOnly}
        shown={value === null ? '' : String(value)}
        wrong={t('form.numberWrong')}
      />
      {after && words}
    </div>
  );
}
