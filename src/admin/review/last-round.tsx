'use client';
import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { SaidEntry } from '../material/handed-in-words';
import { Said, SaidBefore } from '../material/said-before';
import { formatDate } from '../ui/format';

/** What was asked the time before, what came back, and what the department's manager added. */
export function LastRound({ round }: { round: NonNullable<WorkbenchView['lastRound']> }) {
  const t = useT();
  const { returned, reply, endorsed, times, changes } = round;
  const said = (entry: typeof returned) => ({
    name: entry.by?.name ?? t('common.system'),
    date: formatDate(entry.at),
  });
  return (
    <SaidBefore title={t('review.last.title')}>
      <Said head={t('review.last.by', { ...said(returned), count: times })}>
        <p className="kho-last__reasons">
          {returned.reasons.map(({ label }) => label).join(' · ')}
        </p>
        <p className="kho-last__words">{returned.comment ?? t('review.last.noWords')}</p>
      </Said>
      {reply && (
        <Said head={t('review.last.reply', said(reply))}>
          <p className="kho-last__words">{reply.comment ?? t('review.last.noReply')}</p>
          <p>{changedText(t, changes)}</p>
        </Said>
      )}
      {endorsed && <SaidEntry entry={endorsed} />}
    </SaidBefore>
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
