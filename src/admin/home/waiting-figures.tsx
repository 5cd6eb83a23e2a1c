'use client';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';

/** The counts of the queue, each saying what it counts and leading there. */
export function WaitingFigures({ queue }: { queue: QueueView['counts'] }) {
  const t = useT();
  return (
    <ul className="kho-figures">
      {(['unclaimed', 'mine', 'overdue', 'approved'] as const).map((tab) => (
        <li data-late={tab === 'overdue' && queue.overdue > 0} key={tab}>
          <a href={`/admin/hang-doi?tab=${tab}`}>
            <span>{t(`queue.tabs.${tab}`)}</span>
            <b>{formatNumber(queue[tab])}</b>
            <small>{t(`home.counted.${tab}`)}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
