'use client';
import { useT } from '../hooks/use-t';
import { EmptyState } from '../ui/empty-state';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { ACTION_ICONS } from './timeline';
import { useWorkbench } from './workbench';

/** Every step: who, what, when, why. */
export function HistoryTab() {
  const t = useT();
  const { view } = useWorkbench();
  const entries = [...view.timeline].sort((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) return <EmptyState icon="history" title={t('history.empty')} />;
  return (
    <table className="kho-table kho-history">
      <thead>
        <tr>
          <th>{t('history.when')}</th>
          <th>{t('history.what')}</th>
          <th>{t('history.who')}</th>
          <th>{t('history.why')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.at} ${entry.action}`}>
            <td className="kho-num kho-nowrap">{formatMoment(entry.at)}</td>
            <td>
              <Icon name={ACTION_ICONS[entry.action] ?? 'clock'} small /> {entry.label}
            </td>
            <td>{entry.by?.name ?? t('common.system')}</td>
            <td>
              {[entry.reasons.map(({ label }) => label).join(', '), entry.comment]
                .filter(Boolean)
                .join('. ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
