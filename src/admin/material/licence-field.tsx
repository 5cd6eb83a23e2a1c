'use client';
import { useT } from '../hooks/use-t';
import { OneOf } from './fields';
import type { RecordDraft } from './use-record';
import { useWorkbench } from './workbench';

/** The licence, and in plain words what it lets people do. */
export function LicenceField({ record }: { record: RecordDraft }) {
  const t = useT();
  const { reference } = useWorkbench();
  const licences = reference?.licences ?? [];
  const chosen = licences.find(({ id }) => id === record.value<string>('licence'));
  return (
    <div>
      <OneOf
        choices={licences.map(({ id, label }) => ({ value: id, label }))}
        label={t('fields.licence')}
        name="licence"
        record={record}
      />
      {chosen && (
        <ul className="kho-permits" aria-label={t('rights.permits')}>
          {(['copy', 'adapt', 'commercial'] as const).map((permit) => (
            <li data-yes={chosen.permits.includes(permit)} key={permit}>
              {t(chosen.permits.includes(permit) ? `permits.${permit}` : `permits.no_${permit}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
