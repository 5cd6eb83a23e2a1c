'use client';
import type { AuditArea } from '../../reporting/audit/audit-words';
import { useT } from '../hooks/use-t';
import { DateInput } from '../ui/date-input';
import { Field } from '../ui/field';
import { SelectInput } from '../ui/select-input';

export interface Filters {
  area: string | null;
  from: string | null;
  to: string | null;
}
export const NO_FILTERS: Filters = { area: null, from: null, to: null };

const OFFERED: Record<AuditArea, true> = {
  material: true,
  rights: true,
  takedown: true,
  account: true,
  reference: true,
};
const AREAS = Object.keys(OFFERED) as AuditArea[];

export function AuditFilters({
  value,
  onChange,
}: {
  value: Filters;
  onChange: (value: Filters) => void;
}) {
  const t = useT();
  const set = (change: Partial<Filters>) => onChange({ ...value, ...change });
  return (
    <div className="kho-audit__filters">
      <Field label={t('audit.area')} path="audit.area">
        {(ids) => (
          <SelectInput
            {...ids}
            choices={AREAS.map((area) => ({ value: area, label: t(`audit.areas.${area}`) }))}
            onChange={(area) => set({ area })}
            placeholder={t('audit.allAreas')}
            value={value.area}
          />
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`audit.${end}`)} path={`audit.${end}`}>
          {(ids) => (
            <DateInput {...ids} onChange={(day) => set({ [end]: day })} value={value[end]} />
          )}
        </Field>
      ))}
    </div>
  );
}
