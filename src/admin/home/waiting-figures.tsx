'use client';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';

/** The counts of the queue, each saying what it counts and leading there. */
export function WaitingFigures({ queue }: { queue: QueueView['counts'] }) {
  const t = useT();
  return (
    <dl className="kho-figures">
      {(['unclaimed', 'mine', 'overdue', 'approved'] as const).map((tab) => (
        <a
          data-late={tab === 'overdue' && queue.overdue > 0}
          href={`/admin/hang-doi?tab=${tab}`}
          key={tab}
        >
          <dt>{t(`queue.tabs.${tab}`)}</dt>
          <dd>{formatNumber(queue[tab])}</dd>
          <small>{t(`home.counted.${tab}`)}</small>
        </a>
      ))}
    </dl>
  );
}
