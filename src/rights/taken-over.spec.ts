import { describe, expect, it } from 'vitest';
import { clearance } from './clearance';
import { asked, record } from './clearance.fixture';
import { type ClearanceReason, unmet } from './reason-codes';
import { ASKED_ANEW, askedAnew, isUnanswered } from './taken-over';

const claim = (answers: Record<string, unknown>, takenFrom: string | null = 'm1') =>
  record({
    basis: null,
    portraitConsent: null,
    ai: null,
    interview: { version: '2026.1', takenFrom, answers },
  });
/** The officer does not know who made it: the editor is asked, and a basis is not demanded yet. */
const open = { maker: 'not_sure', paper_at_hand: 'none' };
const people = unmet('portrait_consent_unanswered', 'rights.portraitConsent');
const ai = unmet('ai_use_unanswered', 'rights.ai.use');
const from = (reason: ClearanceReason, step: 'submit' | 'approve') => ({ ...reason, from: step });

describe('a claim that was taken over from another material', () => {
  it('is not submitted before who is seen in it, and whether AI made it, is said of this very work', () =>
    expect(askedAnew(claim(open), [people, ai])).toEqual([
      from(people, 'submit'),
      from(ai, 'submit'),
    ]));

  it('leaves every other condition to the step it waits for', () => {
    const asksTheEditor = from(unmet('basis_missing', 'rights.basis'), 'approve');
    const unsaid = unmet('credit_line_missing', 'rights.creditLine');
    expect(askedAnew(claim(open), [asksTheEditor, unsaid])).toEqual([asksTheEditor, unsaid]);
  });

  it('with a question to the editor is submitted without what the question is about', () => {
    const refusals = (purpose: 'submit' | 'approve') =>
      clearance(asked({ record: claim(open), licence: null, purpose })).reasons.map(
        ({ code }) => code,
      );
    expect(refusals('submit')).not.toContain('basis_missing');
    expect(refusals('submit')).toEqual(
      expect.arrayContaining(['portrait_consent_unanswered', 'ai_use_unanswered']),
    );
    expect(refusals('approve')).toContain('basis_missing');
  });

  it('only warns again of what was answered, and of nothing where it was not taken over', () => {
    const answered = claim({ ...open, people: 'none', ai: 'none' });
    expect(askedAnew(answered, [people, ai])).toEqual([people, ai]);
    expect(askedAnew(claim(open, null), [people, ai])).toEqual([people, ai]);
    expect(isUnanswered(claim(open, null), 'others_work')).toBe(false);
  });

  it('brings no answer along that would count as said of this very work', () => {
    const theirs = { others_work: ['none'], people: 'none', ai: 'none' };
    const kept = Object.entries(theirs).filter(([question]) => !ASKED_ANEW.includes(question));
    const taken = claim(Object.fromEntries(kept));
    expect(askedAnew(taken, [people, ai])).toEqual([from(people, 'submit'), from(ai, 'submit')]);
    expect(isUnanswered(taken, 'others_work')).toBe(true);
  });
});
