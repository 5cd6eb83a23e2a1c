'use client';
import { useState } from 'react';
import type { WorkbenchView } from '../../review/view-models';
import type { TransitionInput } from '../api/transition';
import { keepWords, keptWords, type Whose } from './kept-words';

export interface AskedQuestion {
  /** Names it among those of all the records. */
  key: string;
  rights: string;
  code: string;
  text: string;
}
export type Answers = ReturnType<typeof useAnswers>;

/** What the department was not sure of and hands to whoever approves. */
function questionsOf(view: WorkbenchView | undefined): AskedQuestion[] {
  return [view?.rights, ...(view?.components ?? [])].flatMap((rights) =>
    (rights?.interview?.questions ?? []).map(({ code, text }) => ({
      key: `${rights?.id ?? ''}:${code}`,
      rights: rights?.id ?? '',
      code,
      text: rights?.component ? `${rights.title ?? ''}: ${text}` : text,
    })),
  );
}

/** The answers of whoever approves: kept in this browser, like their other words, until they are sent. */
export function useAnswers(whose: Whose, view: WorkbenchView | undefined) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const questions = whose.action === 'approve' ? questionsOf(view) : [];
  const place = ({ key }: AskedQuestion) => ({ ...whose, action: `${whose.action}:${key}` });
  const to = (question: AskedQuestion) => typed[question.key] ?? keptWords(place(question));
  const write = (question: AskedQuestion, words: string) => {
    setTyped((now) => ({ ...now, [question.key]: words }));
    keepWords(place(question), words);
  };
  const given = (): TransitionInput['answers'] =>
    questions.length === 0
      ? undefined
      : questions.map((one) => ({ rights: one.rights, code: one.code, answer: to(one) }));
  return {
    questions,
    to,
    write,
    given,
    whole: questions.every((one) => to(one).trim() !== ''),
    forget: () => questions.forEach((one) => write(one, '')),
  };
}
