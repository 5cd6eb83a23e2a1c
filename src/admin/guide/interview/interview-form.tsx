'use client';
import type { ReactNode } from 'react';
import type { RightsView } from '../../../review/view-models';
import { useT } from '../../hooks/use-t';
import { EvidenceRows } from '../../material/evidence-rows';
import { kindsText } from './follows';
import { Needs } from './needs';
import { LaterFields, laterFields, QuestionList } from './question-list';
import { useInterview } from './use-interview';

/** Shown once its place on the page is reached; until then the open question stands for it. */
const AFTER_ALL = ['title', 'authors', 'owner.name', 'licence', 'creditLine', 'scope', 'termTo'];

/**
 * The rights interview of one record: first who made it and the paper for it, then what is in it,
 * then exactly the fields that the answers call for.
 */
export function InterviewForm({
  rights,
  prefix,
  children,
}: {
  rights: RightsView;
  prefix: string;
  /** Between the questions and the fields: the parts of others that the answers name. */
  children?: ReactNode;
}) {
  const t = useT();
  const interview = useInterview(rights, prefix);
  const { record, outcome, first, rest, next, settled } = interview;
  // Filled in without the interview (the full form, another material): it is there to be seen.
  const filled = record.value('basis') !== null && first.length === 0;
  const done = next === undefined || filled;
  const shown = [...first, ...rest].map(({ question }) => question);
  const later = next
    ? [
        ...laterFields([...shown, next]),
        ...(done ? [] : AFTER_ALL),
        ...(settled || filled ? [] : ['evidence']),
      ]
    : [];
  const kinds = outcome.papers.find((paper) => !paper.kinds.includes('portrait_consent'))?.kinds;
  const list = (steps: typeof first, withNext: boolean) => (
    <QuestionList
      interview={interview}
      next={withNext ? next : undefined}
      scope={rights.id}
      steps={steps}
    />
  );
  const stands = (body: ReactNode) => (
    <LaterFields paths={[...new Set(later)].map(record.path)}>{body}</LaterFields>
  );
  return (
    <div className="kho-form kho-interview">
      {settled ? list(first, false) : stands(list(first, true))}
      {(settled || filled) && (
        <EvidenceRows
          kind={kinds?.[0]}
          record={record}
          rights={rights}
          title={kinds && kindsText(t, kinds)}
        />
      )}
      {settled && (next ? stands(list(rest, true)) : list(rest, false))}
      {children}
      {done && <Needs interview={interview} rights={rights} />}
    </div>
  );
}
