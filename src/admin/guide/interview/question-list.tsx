'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Question } from '../../../rights/interview/types';
import type { Step } from '../../../rights/interview/walk';
import { fieldId } from '../../ui/field-id';
import { QuestionCard, questionId } from './question-card';
import type { InterviewState } from './use-interview';

/** Which field a question settles: where a line of the rail leads. */
const SETTLES: Readonly<Record<string, string>> = {
  maker: 'basis',
  source: 'basis',
  work_type: 'workType',
  granted_rights: 'scope',
  granted_where: 'territory',
  others_work: 'components',
  people: 'portraitConsent',
  ai: 'ai.use',
  published: 'published',
};

/** Answered questions in their order, then the one that is open. */
export function QuestionList({
  interview,
  steps,
  next,
  scope,
}: {
  interview: InterviewState;
  steps: Step[];
  next: Question | undefined;
  scope: string;
}) {
  const { record, answer } = interview;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const moved = useRef(false);
  const keep = (id: string, open: boolean) =>
    setOpened((now) => new Set([...now].filter((one) => one !== id).concat(open ? [id] : [])));
  const asked = [...steps, ...(next ? [{ question: next, chosen: [] }] : [])];

  useEffect(() => {
    if (!moved.current || !next) return;
    moved.current = false;
    const element = document.getElementById(questionId(scope, next));
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, [next, scope]);

  return (
    <div className="kho-qs">
      {asked.map(({ question, chosen }) => {
        const field = SETTLES[question.id];
        const card = (
          <QuestionCard
            chosen={chosen}
            key={question.id}
            onAnswer={(codes, byHand) => {
              const on =
                byHand && !(question.many && codes.length > 0 && !isAlone(question, codes));
              keep(question.id, !on);
              moved.current = on;
              answer(question, codes);
            }}
            onOpen={() => keep(question.id, true)}
            open={question === next || opened.has(question.id)}
            question={question}
            readOnly={record.readOnly}
            scope={scope}
          />
        );
        return field ? (
          <div id={fieldId(record.path(field))} key={question.id}>
            {card}
          </div>
        ) : (
          card
        );
      })}
    </div>
  );
}

const isAlone = (question: Question, codes: string[]): boolean =>
  question.answers.some(({ code, exclusive }) => exclusive && codes.includes(code));

/** Fields that are asked about later: a line of the rail leads to the question that is open now. */
export function LaterFields({
  paths,
  children,
}: {
  paths: readonly string[];
  children: ReactNode;
}): ReactNode {
  return paths.reduce<ReactNode>((inner, path) => <div id={fieldId(path)}>{inner}</div>, children);
}

/** The fields that no question shown so far, and nothing below it, settles. */
export function laterFields(shown: readonly Question[]): string[] {
  const placed = shown.map(({ id }) => SETTLES[id]);
  return [...new Set(Object.values(SETTLES))].filter((field) => !placed.includes(field));
}
