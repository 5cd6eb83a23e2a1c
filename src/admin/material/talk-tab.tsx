'use client';
import type { TimelineEntry, WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { EmptyState } from '../ui/empty-state';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { ACTION_ICONS } from './timeline';
import { useWorkbench } from './workbench';

/** What was said when something was decided; kept for ever. */
export function talkOf(view: WorkbenchView): TimelineEntry[] {
  return view.timeline
    .filter((entry) => entry.comment || entry.reasons.length > 0)
    .sort((a, b) => b.at.localeCompare(a.at));
}

export function TalkTab() {
  const t = useT();
  const { view } = useWorkbench();
  const talk = talkOf(view);
  if (talk.length === 0) {
    return (
      <EmptyState icon="message" title={t('talk.empty')}>
        {t('talk.emptyText')}
      </EmptyState>
    );
  }
  return (
    <ol className="kho-talk">
      {talk.map((entry) => (
        <li key={`${entry.at} ${entry.action}`}>
          <Icon name={ACTION_ICONS[entry.action] ?? 'message'} />
          <div>
            <p>
              <b>{entry.by?.name ?? t('common.system')}</b>{' '}
              <span className="kho-muted kho-small kho-num">
                {entry.label}, {formatMoment(entry.at)}
              </span>
            </p>
            {entry.reasons.length > 0 && (
              <p className="kho-sm kho-talk__reasons">
                {entry.reasons.map(({ code, label }) => (
                  <span className="kho-chip" key={code}>
                    {label}
                  </span>
                ))}
              </p>
            )}
            {entry.comment && <p className="kho-talk__words">{entry.comment}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
