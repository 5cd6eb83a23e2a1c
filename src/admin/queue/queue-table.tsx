'use client';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { QueueRow } from './queue-row';
import type { QueueTab } from './use-filter';
import type { Outcome } from './use-bulk';

export function QueueTable({
  rows,
  selected,
  at,
  tab,
  page,
  outcomes,
  onToggle,
  onSelect,
  onAt,
}: {
  rows: QueueView['rows'];
  selected: ReadonlySet<string>;
  at: number;
  tab: QueueTab;
  page: number;
  outcomes: ReadonlyMap<string, Outcome>;
  onToggle: (id: string) => void;
  onSelect: (ids: ReadonlySet<string>) => void;
  onAt: (index: number) => void;
}) {
  const t = useT();
  const all = rows.every(({ id }) => selected.has(id));
  return (
    <table className="kho-table kho-queue__table">
      <thead>
        <tr>
          <th className="kho-c-sel">
            <label className="kho-box">
              <input
                aria-label={t('queue.selectAll')}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)))}
                ref={(box) => {
                  if (box) box.indeterminate = selected.size > 0 && !all;
                }}
                type="checkbox"
              />
            </label>
          </th>
          <th className="kho-c-wait">{t('queue.column.wait')}</th>
          <th>{t('queue.column.title')}</th>
          <th className="kho-c-dep">{t('queue.column.department')}</th>
          <th className="kho-c-basis">{t('queue.column.basis')}</th>
          <th className="kho-c-lic">{t('queue.column.licence')}</th>
          <th className="kho-c-note">{t('queue.column.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <QueueRow
            current={index === at}
            key={row.id}
            onFocus={() => onAt(index)}
            onToggle={() => onToggle(row.id)}
            outcome={outcomes.get(row.id)}
            page={page}
            row={row}
            selected={selected.has(row.id)}
            tab={tab}
          />
        ))}
      </tbody>
    </table>
  );
}
