import { describe, expect, it } from 'vitest';
import { clearance } from './clearance';
import { asked, licensed, record } from './clearance.fixture';
import { openQuestions, unrecordedComponents } from './open-questions';
import type { RightsRecord } from './types';

const interview = (answers: Record<string, unknown>) => ({ version: '2026.1', answers });
const notSure = interview({ maker: 'not_sure', paper_at_hand: 'none' });
/** Nothing said of what follows from a basis. */
const bare: Partial<RightsRecord> = { basis: null, evidence: [], owner: null, scope: [] };

const codes = (changes: Partial<RightsRecord>, purpose: 'submit' | 'approve') =>
  clearance(asked({ record: record(changes), licence: null, purpose })).reasons.map(
    ({ code }) => code,
  );

describe('an officer who is not sure', () => {
  it('asks the editor instead, by the question and the field it settles', () =>
    expect(openQuestions(record({ interview: notSure }))).toEqual([
      { code: 'maker_unknown', field: 'rights.basis', question: 'maker' },
      expect.objectContaining({ code: 'no_paper', question: 'paper_at_hand' }),
    ]));

  it('can submit without a basis, and without what only a basis tells', () =>
    expect(codes({ ...bare, interview: notSure }, 'submit')).toEqual([]));

  it('is answered before it is approved', () =>
    expect(codes({ ...bare, interview: notSure }, 'approve')).toEqual(
      expect.arrayContaining(['basis_missing', 'evidence_missing', 'licence_missing']),
    ));

  it('still says what the officer does know', () =>
    expect(codes({ ...bare, creditLine: null, interview: notSure }, 'submit')).toEqual([
      'credit_line_missing',
    ]));

  it('cannot submit without a basis when nothing was asked', () => {
    expect(codes(bare, 'submit')).toContain('basis_missing');
    const answered = interview({ maker: 'staff' });
    expect(codes({ ...bare, interview: answered }, 'submit')).toContain('basis_missing');
  });

  it('can submit without a paper that does not exist yet, when that is the question', () => {
    const noPaper = interview({ maker: 'staff', assignment_paper: 'none' });
    const claim = { evidence: [], interview: noPaper };
    expect(codes(claim, 'submit')).not.toContain('evidence_missing');
    expect(codes(claim, 'approve')).toContain('evidence_missing');
  });

  it('leaves nothing out that a basis chosen since then tells', () => {
    const chosen = {
      ...bare,
      basis: 'employment' as const,
      interview: interview({ maker: 'not_sure' }),
    };
    expect(codes(chosen, 'submit')).toEqual(
      expect.arrayContaining(['owner_missing', 'scope_missing', 'evidence_missing']),
    );
  });

  it('is not excused from what was written wrongly where the question is', () => {
    const answers = {
      maker: 'outsider',
      permission_form: 'letter',
      granted_rights: ['reproduce'],
      pass_on: 'no',
      granted_until: 'not_sure',
    };
    const claim = licensed({ termTo: '31/12/2026', interview: interview(answers) });
    expect(openQuestions(claim).map(({ field }) => field)).toEqual(['rights.termTo']);
    expect(codes(claim, 'submit')).toContain('date_invalid');
  });

  it('asks nothing any more on a branch that was left', () =>
    expect(
      openQuestions(
        record({
          interview: interview({
            maker: 'staff',
            assignment_paper: 'decision',
            paper_at_hand: 'none',
          }),
        }),
      ),
    ).toEqual([]));

  it('asks nothing in words that nobody can read', () =>
    expect(openQuestions(record({ interview: 'not_sure' }))).toEqual([]));
});

describe('parts of others that the answers name', () => {
  const whole = record({
    interview: interview({
      maker: 'staff',
      assignment_paper: 'decision',
      work_type: 'text',
      others_work: ['pictures', 'music'],
    }),
  });
  const component = (kind: string) =>
    record({ component: 'Ảnh trang 4', interview: { version: '2026.1', kind, answers: {} } });

  it('each ask for a record', () => {
    expect(unrecordedComponents(whole, [])).toEqual(['picture', 'music']);
    expect(unrecordedComponents(whole, [component('picture')])).toEqual(['music']);
    expect(unrecordedComponents(whole, [component('picture'), component('music')])).toEqual([]);
  });

  it('keep the material from being submitted until they have one', () => {
    const { reasons } = clearance(asked({ record: whole, purpose: 'submit' }));
    expect(reasons.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'rights.components component_unrecorded',
    ]);
  });
});
