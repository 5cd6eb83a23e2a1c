import { INTERVIEW } from './interview';
import type { AnswerRule, Answers, Interview, Question, Track } from './types';

export type WalkOptions = { track?: Track; interview?: Interview };

/** One answered question, with the rules of what was chosen. */
export type Step = { question: Question; chosen: AnswerRule[] };

export type Walk = { steps: Step[]; next: Question | undefined };

const byId = (interview: Interview, id: string | undefined): Question | undefined =>
  interview.questions.find((question) => question.id === id);

/** What of a stored answer still exists; an exclusive answer stands alone. */
const chosenOf = (question: Question, stored: unknown): AnswerRule[] => {
  const codes: unknown[] = Array.isArray(stored) ? stored : [stored];
  const chosen = question.answers.filter(({ code }) => codes.includes(code));
  if (!question.many) return chosen.length === 1 ? chosen : [];
  const alone = chosen.find(({ exclusive }) => exclusive);
  return alone ? [alone] : chosen;
};

const nextId = ({ question, chosen }: Step): string | undefined =>
  (question.many ? undefined : chosen[0]?.next) ?? question.next;

const isAsked = (question: Question, track: Track): boolean =>
  !question.track || question.track === track;

/**
 * Follows the stored answers from the first question to the first that is open. Answers that no
 * longer exist, or lie on a branch that was left, are passed over as if never given.
 */
export const walk = (
  answers: Answers,
  { track = 'whole', interview = INTERVIEW }: WalkOptions = {},
): Walk => {
  const steps: Step[] = [];
  for (const section of interview.tracks[track]) {
    let question = byId(interview, section);
    while (question) {
      if (!isAsked(question, track)) {
        question = byId(interview, question.next);
        continue;
      }
      const step = { question, chosen: chosenOf(question, answers[question.id]) };
      if (step.chosen.length === 0) return { steps, next: question };
      steps.push(step);
      question = byId(interview, nextId(step));
    }
  }
  return { steps, next: undefined };
};

/** The first question without an answer; undefined when the interview is finished. */
export const nextQuestion = (answers: Answers, options?: WalkOptions): Question | undefined =>
  walk(answers, options).next;

/** The answers that count, in the order in which they were asked: what is worth storing. */
export const keptAnswers = (answers: Answers, options?: WalkOptions): Answers =>
  Object.fromEntries(
    walk(answers, options).steps.map(({ question, chosen }) => {
      const codes = chosen.map(({ code }) => code);
      return [question.id, question.many ? codes : (codes[0] ?? '')];
    }),
  );
