'use client';
import type { QueueView } from '../../review/view-models';
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
  return (
    <label className="kho-queue__filter">
      <Icon name="filter" />
      <span className="kho-sr">{t('queue.department')}</span>
      <select onChange={(event) => onChange(event.target.value)} value={value}>
        <option value="">{t('queue.allDepartments')}</option>
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
