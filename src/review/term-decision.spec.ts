import { describe, expect, it } from 'vitest';
import type { RightsRecord } from '../rights/types';
import { asksForDecision, changedFacts, decisionAfter } from './term-decision';

const engraving: RightsRecord = {
  basis: 'public_domain',
  title: 'Phố Hàng Nón, 1895',
  workType: 'photograph',
  authors: [{ name: 'Pierre Dieulefils', died: 1937, nationality: 'FR' }],
  country: 'FR',
  published: 'yes',
  firstPublishedYear: 1895,
};

describe('a named decision on a claim of public domain', () => {
  it('is asked for where the calculation leaves it to a person, and nowhere else', () => {
    expect(asksForDecision(engraving)).toBe(true);
    expect(asksForDecision({ ...engraving, basis: 'licensed' })).toBe(false);
    const home = { ...engraving, workType: 'text' as const, country: 'VN' };
    const authors = [{ name: 'Nguyễn Văn Tố', died: 1947, nationality: 'VN' }];
    expect(asksForDecision({ ...home, authors })).toBe(false);
    expect(asksForDecision({ ...home, authors: [{ name: '?', nationality: 'VN' }] })).toBe(false);
  });

  it.each([
    ['a year of death', { authors: [{ ...engraving.authors?.[0], died: 1938 }] }, ['authors']],
    ['the country', { country: 'VN' }, ['country']],
    ['the year of publication', { firstPublishedYear: 1905 }, ['firstPublishedYear']],
    ['which work it is', { title: 'Phố Hàng Đào' }, ['title']],
    ['the basis', { basis: 'licensed' }, ['basis']],
    ['that a machine made it', { ai: { use: 'generated' } }, ['ai.use']],
  ])('does not outlast %s', (_what, change, facts) => {
    expect(changedFacts(engraving, { ...engraving, ...change })).toEqual(facts);
  });

  it('outlasts what the term does not depend on', () => {
    const kept = { ...engraving.authors?.[0], id: 'row2', penName: '', living: false };
    const saved = { ...engraving, authors: [kept], anonymous: false, fixedYear: null };
    expect(changedFacts(engraving, { ...saved, territory: 'vietnam' } as never)).toEqual([]);
    expect(changedFacts(engraving, {})).toEqual([]);
  });

  const decision = { decidedBy: 'e1', decidedAt: '2026-11-02T03:00:00.000Z', decisionGround: 'Đã' };
  const none = { decidedBy: null, decidedAt: null, decisionGround: null };

  it('is neither given nor brought back by a write of the record', () => {
    const forged = { ...engraving, ...decision } as never;
    expect(decisionAfter(undefined, forged)).toEqual({ decision: none, ended: [] });
    expect(decisionAfter(engraving, forged)).toEqual({ decision: none, ended: [] });
  });

  it('is kept as it was taken, whatever a write says of it, and ends with its facts', () => {
    const before = { ...engraving, ...decision };
    const forged = { territory: 'vietnam', decidedBy: 'e2', decisionGround: 'Khác' } as never;
    expect(decisionAfter(before, forged)).toEqual({ decision, ended: [] });
    expect(decisionAfter(before, { country: 'VN' })).toEqual({
      decision: none,
      ended: ['country'],
    });
  });
});
