import data from './data/interview.json';
import type { AnswerRule, Interview, Question } from './types';

/** The rights interview; its shape is checked by `interviewProblems`. */
export const INTERVIEW = data as unknown as Interview;

/** Where the words of a question are. */
export const questionKeys = (question: Question): { ask: string; hint: string | undefined } => ({
  ask: `interview:questions.${question.id}.ask`,
  hint: question.hint ? `interview:questions.${question.id}.hint` : undefined,
});

export const answerKey = (question: Question, answer: AnswerRule): string =>
  answer.text ?? `interview:questions.${question.id}.answers.${answer.code}`;
