'use client';
import type { ReactNode } from 'react';
import type { RightsView } from '../../../review/view-models';
import { useT } from '../../hooks/use-t';
import { EvidenceRows } from '../../material/evidence-rows';
import { fieldId } from '../../ui/field-id';
import { kindsText } from './follows';
import { Needs } from './needs';
import { QuestionList, useOpened } from './question-list';
import { AHEAD, aheadOf } from './settles';
import { useInterview } from './use-interview';

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
  const evidence = settled || filled;
  const paperless = !record.value<unknown[]>('evidence')?.length;
  const due = settled && rest.length === 0 && paperless;
  const opened = useOpened(rights.id, next, due ? record.path('evidence') : undefined);
  const fields = next === undefined || filled;
  const asked = [...first, ...rest].map(({ question }) => question);
  const ahead = next ? aheadOf({ shown: [...asked, next], evidence, fields }) : [];
  const kinds = outcome.papers.find((paper) => !paper.kinds.includes('portrait_consent'))?.kinds;
  const questions = (steps: typeof first, here: boolean) => (
    <Ahead paths={here ? ahead : []} record={record}>
      <QuestionList
        interview={interview}
        next={here ? next : undefined}
        opened={opened}
        scope={rights.id}
        steps={steps}
      />
    </Ahead>
  );
  return (
    <div className="kho-form kho-interview">
      {questions(first, !settled)}
      {evidence && (
        <EvidenceRows
          kind={kinds?.[0]}
          record={record}
          rights={rights}
          title={kinds && kindsText(t, kinds)}
        />
      )}
      {settled && questions(rest, true)}
      {children}
      {fields && <Needs interview={interview} rights={rights} />}
    </div>
  );
}

/** Always as deep, whatever is ahead: what stands inside keeps its state. */
function Ahead({
  paths,
  record,
  children,
}: {
  paths: readonly string[];
  record: { path: (field: string) => string };
  children: ReactNode;
}): ReactNode {
  return AHEAD.reduce<ReactNode>(
    (inner, field) => (
      <div id={paths.includes(field) ? fieldId(record.path(field)) : undefined}>{inner}</div>
    ),
    children,
  );
}
