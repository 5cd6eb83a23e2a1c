import { describe, expect, it } from 'vitest';
import en from '../../i18n/en/interview.json';
import vi from '../../i18n/vi/interview.json';
import data from './data/interview.json';
import { nextQuestion } from './walk';
import { outcomeOf } from './outcome';
import type { Interview } from './types';
import { interviewProblems } from './validate';

type Tree = { [key: string]: string | Tree };
const has = (tree: Tree, key: string): boolean =>
  typeof key
    .replace('interview:', '')
    .split('.')
    .reduce<string | Tree | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      tree,
    ) === 'string';
const hasText = (key: string) => has(vi, key) && has(en, key);
const leaves = (tree: Tree, at = 'interview:'): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [at + key] : leaves(value, `${at}${key}.`),
  );

const copy = (): Interview & { questions: Record<string, unknown>[] } =>
  structuredClone(data) as never;
type Copy = ReturnType<typeof copy>;
const question = (interview: Copy, id: string) =>
  interview.questions.find((one) => one.id === id) as unknown as {
    next?: string;
    many?: boolean;
    answers: Record<string, unknown>[];
  };
const answer = (interview: Copy, id: string, code: string) =>
  question(interview, id).answers.find((one) => one.code === code) as Record<string, unknown>;
const today = '2026-11-25';

describe('the interview', () => {
  it('is whole: every way on exists, none comes back, each ends in a basis or a question', () => {
    expect(interviewProblems(data, hasText)).toEqual([]);
  });

  it('uses every one of its texts', () => {
    const used = new Set<string>();
    interviewProblems(data, (key) => !!used.add(key));
    expect(leaves(vi).filter((key) => !used.has(key))).toEqual([]);
  });

  it.each<[string, (interview: Copy) => unknown, string]>([
    ['a way on that does not exist', (i) => (question(i, 'pass_on').next = 'x'), 'pass_on: no x'],
    [
      'an answer that leads nowhere',
      (i) => (answer(i, 'maker', 'staff').next = 'x'),
      'maker.staff: no x',
    ],
    [
      'a circle',
      (i) => (question(i, 'granted_where').next = 'pass_on'),
      'whole: in a circle at pass_on',
    ],
    [
      'a circle through another section',
      (i) => (question(i, 'ai').next = 'maker'),
      'whole: in a circle at maker',
    ],
    [
      'an end with nothing in hand',
      (i) => delete answer(i, 'source_licence', 'free_of_charge').ask,
      'whole: published ends without a basis and without a question',
    ],
    [
      'a “not sure” that hands nothing over',
      (i) => delete answer(i, 'pass_on', 'not_sure').ask,
      'pass_on.not_sure: a dead end',
    ],
    [
      'a question without “not sure”',
      (i) => question(i, 'ai').answers.splice(3, 1),
      'ai: “not sure” is no answer',
    ],
    [
      'a question for the editor without words',
      (i) => ((i.editorQuestions as Record<string, string>).odd = 'rights.basis'),
      'interview:editor.odd: no text',
    ],
    [
      'a question for the editor that is unknown',
      (i) => (answer(i, 'maker', 'staff').ask = ['odd']),
      'maker.staff: no question odd',
    ],
    [
      'an answer without words',
      (i) => question(i, 'ai').answers.push({ code: 'perhaps' }),
      'interview:questions.ai.answers.perhaps: no text',
    ],
    [
      'an answer given twice',
      (i) => question(i, 'ai').answers.push(answer(i, 'ai', 'none')),
      'ai.none: given twice',
    ],
    [
      'an unknown basis',
      (i) => (answer(i, 'maker', 'staff').basis = 'gift'),
      'questions.0.answers.0.basis',
    ],
    [
      'a branch inside many answers',
      (i) => (answer(i, 'others_work', 'music').next = 'people'),
      'others_work.music: one of many answers leads nowhere',
    ],
    [
      'an unknown kind of component',
      (i) => (answer(i, 'others_work', 'music').components = [{ kind: 'smell' }]),
      'others_work.music: no kind smell',
    ],
  ])('is refused with %s', (_what, spoil, problem) => {
    const interview = copy();
    spoil(interview);
    expect(interviewProblems(interview, hasText).join('\n')).toContain(problem);
  });

  it('takes a new question and a new branch from its data alone', () => {
    const interview = copy();
    question(interview, 'maker').answers.unshift({
      code: 'library',
      text: 'interview:common.yes',
      next: 'library_stamp',
    });
    interview.questions.push({
      id: 'library_stamp',
      answers: [
        { code: 'stamped', text: 'interview:common.yes', basis: 'state_owned', next: 'pass_on' },
        { code: 'not_sure', text: 'interview:common.not_sure', ask: ['state_right_unclear'] },
      ],
    });
    const words = (key: string) => hasText(key) || key === 'interview:questions.library_stamp.ask';
    expect(interviewProblems(interview, words)).toEqual([]);
    expect(nextQuestion({ maker: 'library' }, { interview })?.id).toBe('library_stamp');
    const answers = { maker: 'library', library_stamp: 'stamped' };
    expect(nextQuestion(answers, { interview })?.id).toBe('pass_on');
    expect(outcomeOf(answers, { interview, today }).basis).toBe('state_owned');
    expect(
      outcomeOf({ ...answers, library_stamp: 'not_sure' }, { interview, today }).questionsForEditor,
    ).toEqual([{ code: 'state_right_unclear', field: 'rights.basis', question: 'library_stamp' }]);
  });
});
