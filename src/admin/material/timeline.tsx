'use client';
import type { TimelineEntry } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate, formatMoment } from '../ui/format';
import { Icon, type IconName } from '../ui/icon';
import { useWorkbench } from './workbench';

export const ACTION_ICONS: Record<TimelineEntry['action'], IconName> = {
  created: 'draft',
  submit: 'submitted',
  endorse: 'check',
  recall: 'restore',
  claim: 'eye',
  release: 'inbox',
  reassign: 'people',
  return: 'returned',
  reject: 'rejected',
  approve: 'approved',
  unapprove: 'restore',
  publish: 'published',
  revise: 'draft',
  withdraw: 'withdrawn',
  reinstate: 'published',
  upheld: 'withdrawn',
};

/** The last steps with names and dates, and what is waited for now. */
export function Timeline() {
  const t = useT();
  const { view } = useWorkbench();
  const last = [...view.timeline].sort((a, b) => a.at.localeCompare(b.at)).slice(-5);
  return (
    <section>
      <h2>{t('material.where')}</h2>
      <ol className="kho-tl">
        {last.map((entry, index) => (
          <li
            aria-current={index === last.length - 1 ? 'step' : undefined}
            className={index === last.length - 1 ? `now kho-tl--${view.state}` : ''}
            key={`${entry.at} ${entry.action}`}
          >
            <Icon name={ACTION_ICONS[entry.action] ?? 'clock'} />
            <b>{entry.label}</b>
            <span className="kho-muted kho-small">
              {[entry.by?.name, formatDate(entry.at)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
        {view.scheduledAt && (
          <li className="next">
            <Icon name="clock" />
            <b>{t('material.scheduled', { at: formatMoment(view.scheduledAt) })}</b>
          </li>
        )}
        {view.clock && (
          <li className="next">
            <Icon name="clock" />
            <b>
              {t(view.clock.overdue ? 'material.clockLate' : 'material.clock', {
                day: view.clock.day,
                of: view.clock.of,
                due: formatDate(view.clock.due),
              })}
            </b>
            {view.holder && (
              <span className="kho-muted kho-small">
                {t('material.holder', { name: view.holder.name })}
              </span>
            )}
          </li>
        )}
      </ol>
    </section>
  );
}
