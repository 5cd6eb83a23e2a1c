import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../../seed/reference/licences.json';
import type { LicenceFacts } from '../types';
import { INTERVIEW } from './interview';
import { outcomeOf } from './outcome';
import type { Answers, Question, Track } from './types';
import { keptAnswers, nextQuestion, walk } from './walk';

const ids = (answers: Answers, track?: Track) =>
  walk(answers, { track }).steps.map(({ question }) => question.id);
const licences = reference.items as LicenceFacts[];
const of = (answers: Answers, track: Track = 'whole') =>
  outcomeOf(answers, { track, licences, today: '2026-11-25' });

describe('walking through the interview', () => {
  it('begins with who made it, or with where a component comes from', () => {
    expect(nextQuestion({})?.id).toBe('maker');
    expect(nextQuestion({}, { track: 'component' })?.id).toBe('source');
  });

  it('follows the branch of an answer, then the next section', () => {
    expect(nextQuestion({ maker: 'staff' })?.id).toBe('assignment_paper');
    expect(nextQuestion({ maker: 'staff', assignment_paper: 'none' })?.id).toBe('work_type');
  });

  it('asks a component less', () => {
    const answers = { source: 'open_source', source_licence: 'cc_by', work_type: 'photograph' };
    expect(ids(answers, 'component')).toEqual(['source', 'source_licence', 'work_type']);
    expect(
      nextQuestion({ ...answers, people: 'none', ai: 'none' }, { track: 'component' }),
    ).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an answer that no longer exists', { maker: 'guild', assignment_paper: 'decision' }, 'maker'],
    ['an answer of another shape', { maker: { code: 'staff' } }, 'maker'],
    ['an empty answer', { maker: '' }, 'maker'],
    ['two answers where one is asked', { maker: ['staff', 'outsider'] }, 'maker'],
    ['one answer as a list', { maker: ['staff'] }, 'assignment_paper'],
    ['a question that no longer exists', { shoe_size: '42', maker: 'staff' }, 'assignment_paper'],
    ['an inherited name', { maker: 'constructor' }, 'maker'],
    ['nothing', { maker: null }, 'maker'],
  ])('is not put off by %s', (_what, stored, next) => {
    expect(nextQuestion(stored as Answers)?.id).toBe(next);
    expect(() => of(stored as Answers)).not.toThrow();
  });

  it('keeps of many answers those that exist, and an exclusive one alone', () => {
    const before = { maker: 'transferred', work_type: 'text' };
    const grant = { pass_on: 'yes', granted_until: 'no_end', granted_where: 'worldwide' };
    const kept = keptAnswers({
      ...before,
      ...grant,
      granted_rights: ['derive', 'fly', 'reproduce'],
      others_work: ['music', 'none'],
    });
    expect(kept.granted_rights).toEqual(['reproduce', 'derive']);
    expect(kept.others_work).toEqual(['none']);
  });

  it('drops what lies on a branch that was left', () => {
    expect(keptAnswers({ maker: 'outsider', assignment_paper: 'decision' })).toEqual({
      maker: 'outsider',
    });
  });
});

/** One random answer to a question: any of its codes, or several where several are asked. */
const answerTo = (question: Question): fc.Arbitrary<string | string[]> => {
  const codes = question.answers.map(({ code }) => code);
  return question.many ? fc.subarray(codes, { minLength: 1 }) : fc.constantFrom(...codes);
};
const answerTable = Object.fromEntries(
  INTERVIEW.questions.map((question) => [question.id, answerTo(question)]),
);
const allAnswers: fc.Arbitrary<Answers> = fc.record(answerTable);
/** Some questions are still open. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(allAnswers, fc.subarray(Object.keys(answerTable)))
  .map(([answers, given]) =>
    Object.fromEntries(given.map((id) => [id, answers[id] ?? ''] as const)),
  );
const anyTrack = fc.constantFrom<Track>('whole', 'component');

describe('any way through it', () => {
  it('ends, each question asked once, with a basis or a question for the editor', () => {
    fc.assert(
      fc.property(allAnswers, anyTrack, (answers, track) => {
        const asked = ids(answers, track);
        expect(new Set(asked).size).toBe(asked.length);
        const outcome = of(answers, track);
        expect(outcome.complete).toBe(true);
        expect(outcome.basis !== undefined || outcome.questionsForEditor.length > 0).toBe(true);
      }),
    );
  });

  it('gives what “not sure” leaves open to the editor, wherever it is said', () => {
    fc.assert(
      fc.property(allAnswers, anyTrack, fc.nat(), (answers, track, pick) => {
        const asked = walk(answers, { track }).steps;
        const step = asked[pick % asked.length];
        if (!step) return;
        const unsure = { ...answers, [step.question.id]: 'not_sure' };
        expect(of(unsure, track).questionsForEditor.map(({ question }) => question)).toContain(
          step.question.id,
        );
      }),
    );
  });

  it('can be left anywhere: what is kept leads to the same place and the same outcome', () => {
    fc.assert(
      fc.property(anyAnswers, anyTrack, (answers, track) => {
        const kept = JSON.parse(JSON.stringify(keptAnswers(answers, { track }))) as Answers;
        expect(nextQuestion(kept, { track })).toBe(nextQuestion(answers, { track }));
        expect(of(kept, track)).toEqual(of(answers, track));
        expect(keptAnswers(kept, { track })).toEqual(kept);
      }),
    );
  });

  it('survives whatever was stored', () => {
    const junk = fc.dictionary(
      fc.constantFrom(...INTERVIEW.questions.map(({ id }) => id)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(junk, anyTrack, (stored, track) => {
        expect(() => of(stored as Answers, track)).not.toThrow();
      }),
    );
  });

  it('never leaves more licences by one more component', () => {
    fc.assert(
      fc.property(
        allAnswers,
        fc.array(allAnswers, { maxLength: 2 }),
        allAnswers,
        (whole, parts, one) => {
          const left = (components: Answers[]) =>
            outcomeOf(whole, { licences, components, today: '2026-11-25' });
          const [before, after] = [left(parts), left([...parts, one])];
          if (before.intendedUse.join() !== after.intendedUse.join()) return;
          const codes = before.licences.remaining.map(({ code }) => code);
          for (const { code } of after.licences.remaining) expect(codes).toContain(code);
        },
      ),
    );
  });
});
