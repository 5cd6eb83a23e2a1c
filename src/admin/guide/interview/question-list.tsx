'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Question } from '../../../rights/interview/types';
import type { Step } from '../../../rights/interview/walk';
import { fieldId, focusField } from '../../ui/field-id';
import { QuestionCard, questionId } from './question-card';
import { fieldOf } from './settles';
import type { InterviewState } from './use-interview';

/** Which answered questions stand open, and whether the next one is to be gone to. */
export interface Opened {
  has: (id: string) => boolean;
  keep: (id: string, open: boolean) => void;
  goOn: () => void;
}

/**
 * @param paper the field of a paper that is due before the next question: it is gone to instead
 */
export function useOpened(scope: string, next: Question | undefined, paper?: string): Opened {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const moved = useRef(false);
  const element = next && questionId(scope, next);
  useEffect(() => {
    if (!moved.current || !element) return;
    moved.current = false;
    if (paper && focusField(paper)) return;
    const question = document.getElementById(element);
    question?.focus({ preventScroll: true });
    question?.scrollIntoView({ block: 'nearest' });
  }, [element, paper]);
  return {
    has: (id) => opened.has(id),
    keep: (id, open) =>
      setOpened((now) => new Set([...now].filter((one) => one !== id).concat(open ? [id] : []))),
    goOn: () => {
      moved.current = true;
    },
  };
}

/** Answered questions in their order, then the one that is open. */
export function QuestionList({
  interview,
  opened,
  steps,
  next,
  scope,
}: {
  interview: InterviewState;
  opened: Opened;
  steps: Step[];
  next: Question | undefined;
  scope: string;
}) {
  const { record, answer } = interview;
  const asked = [...steps, ...(next ? [{ question: next, chosen: [] }] : [])];
  const take = (question: Question, codes: string[], byHand: boolean) => {
    // Of several answers more may follow; arrow keys pass over answers on their way.
    const alone = question.answers.some((one) => one.exclusive && codes.includes(one.code));
    const done = byHand && (!question.many || alone);
    opened.keep(question.id, !done);
    if (done) opened.goOn();
    answer(question, codes);
  };
  return (
    <div className="kho-qs">
      {asked.map(({ question, chosen }) => (
        <Place key={question.id} path={placeOf(interview, question)}>
          <QuestionCard
            chosen={chosen}
            onAnswer={(codes, byHand) => take(question, codes, byHand)}
            onOpen={() => opened.keep(question.id, true)}
            open={question === next || opened.has(question.id)}
            question={question}
            readOnly={record.readOnly}
            scope={scope}
          />
        </Place>
      ))}
    </div>
  );
}

function placeOf({ record }: InterviewState, question: Question): string | undefined {
  const field = fieldOf(question);
  return field && record.path(field);
}

function Place({ path, children }: { path: string | undefined; children: ReactNode }) {
  return <div id={path && fieldId(path)}>{children}</div>;
}
