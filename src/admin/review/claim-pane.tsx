'use client';
import { Fragment } from 'react';
import type { ConditionView, ReferenceView, WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { InterviewNote } from '../material/interview-note';
import { ClaimRow } from './claim-row';
import { askedBefore, tally, type Line, type Note, type Notes } from './verdicts';

/** Middle: what the department says, a line at a time, each with its verdict. */
export function ClaimPane({
  view,
  lines,
  lastRound,
  loose,
  notes,
  note,
  judges,
  reference,
  onEvidence,
  reload,
}: {
  view: WorkbenchView;
  lines: Line[];
  lastRound: WorkbenchView['lastRound'];
  loose: ConditionView[];
  notes: Notes;
  note: (line: string, change: Partial<Note>) => void;
  judges: boolean;
  reference: ReferenceView | undefined;
  onEvidence: () => void;
  reload: () => Promise<unknown>;
}) {
  const t = useT();
  const sum = tally(lines, notes);
  const asked = askedBefore(lines, lastRound?.returned.comment ?? null);
  const text = [
    sum.ok > 0 && t('review.tally.ok', { count: sum.ok }),
    sum.question > 0 && t('review.tally.question', { count: sum.question }),
    sum.no > 0 && t('review.tally.no', { count: sum.no }),
    sum.unread > 0 && t('review.tally.unread', { count: sum.unread }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <section aria-label={t('review.claim')} className="kho-pane kho-pane--claim">
      <h2>
        {t('review.claim')}{' '}
        {judges && (
          <span aria-live="polite" className="kho-sm kho-muted">
            {text}
          </span>
        )}
      </h2>
      {loose.length > 0 && (
        <div className="kho-callout kho-claim__loose">
          <strong>{t('review.loose')}</strong>
          <ul className="kho-bullets kho-sm">
            {loose.map((one) => (
              <li key={`${one.field} ${one.code}`}>{one.message}</li>
            ))}
          </ul>
        </div>
      )}
      {[view.rights, ...view.components].map(
        (rights) =>
          rights && <InterviewNote decides={judges} key={rights.id} rights={rights} view={view} />,
      )}
      <ul>
        {lines.map((line, index) => (
          <Fragment key={line.key}>
            {line.part !== '' && line.part !== lines[index - 1]?.part && (
              <li className="kho-claim__part">{t('review.component', { name: line.part })}</li>
            )}
            <ClaimRow
              asked={asked.get(line.key) ?? null}
              compared={Boolean(lastRound?.changes)}
              judges={judges}
              line={line}
              note={notes[line.key]}
              onChange={(change) => note(line.key, change)}
              onDecided={reload}
              onEvidence={onEvidence}
              reference={reference}
            />
          </Fragment>
        ))}
      </ul>
    </section>
  );
}
