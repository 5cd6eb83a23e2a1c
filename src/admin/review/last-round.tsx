'use client';
import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';

/** What was asked the time before and what came back, above everything that is read anew. */
export function LastRound({ round }: { round: NonNullable<WorkbenchView['lastRound']> }) {
  const t = useT();
  const { returned, reply, times, changes } = round;
  const said = (entry: typeof returned) => ({
    name: entry.by?.name ?? t('common.system'),
    date: formatDate(entry.at),
  });
  return (
    <details className="kho-last" open>
      <summary>
        <Icon name="restore" small />
        <b>{t('review.last.title')}</b>
        <Icon name="down" small />
      </summary>
      <div className="kho-last__sides kho-sm">
        <div>
          <p className="kho-muted">{t('review.last.by', { ...said(returned), count: times })}</p>
          <p className="kho-last__reasons">
            {returned.reasons.map(({ label }) => label).join(' · ')}
          </p>
          <p className="kho-last__words">{returned.comment ?? t('review.last.noWords')}</p>
        </div>
        {reply && (
          <div>
            <p className="kho-muted">{t('review.last.reply', said(reply))}</p>
            <p className="kho-last__words">{reply.comment ?? t('review.last.noReply')}</p>
            <p>{changedText(t, changes)}</p>
          </div>
        )}
      </div>
    </details>
  );
}

function changedText(
  t: ReturnType<typeof useT>,
  changes: NonNullable<WorkbenchView['lastRound']>['changes'],
): string {
  if (!changes) return t('review.last.notKept');
  if (changes.length === 0) return t('review.last.nothingChanged');
  const fields = [...new Set(changes.map(({ label }) => label))].join(', ');
  return t('review.last.changed', { fields });
}
