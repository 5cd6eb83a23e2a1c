'use client';
import type { QueueView, ReferenceView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';

export function DepartmentFilter({
  departments,
  value,
  onChange,
}: {
  departments: QueueView['departments'];
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useT();
  const listed = departments.some(({ id }) => id === value);
  // Opened from a saved view, or decided to the last: it filters still, and says by whom.
  const { data: reference } = useResource<ReferenceView>(
    value && !listed ? '/api/staff/reference' : null,
  );
  return (
    <label className="kho-queue__filter">
      <Icon name="filter" />
      <span className="kho-sr">{t('queue.department')}</span>
      <select onChange={(event) => onChange(event.target.value)} value={value}>
        <option value="">{t('queue.allDepartments')}</option>
        {value && !listed && (
          <option value={value}>
            {reference?.departments.find(({ id }) => id === value)?.name ?? '…'}
          </option>
        )}
        {departments.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {name} ({formatNumber(count)})
          </option>
        ))}
      </select>
      <Icon name="down" small />
    </label>
  );
}
