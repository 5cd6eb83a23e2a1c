import { describe, expect, it } from 'vitest';
import { TODAY, licensed, officialDocument, publicDomain, record } from './clearance.fixture';
import { licence } from './licences.fixture';
import { protectionTerm } from './protection-term';
import { type RecordInput, isFree, recordConditions } from './record-conditions';
import type { RightsRecord } from './types';

const found = (claim: RightsRecord, changes: Partial<RecordInput> = {}) =>
  recordConditions({
    record: claim,
    licence: licence('CC-BY-4.0'),
    intendedUse: ['open_digital'],
    today: TODAY,
    ...changes,
  });
const codes = (claim: RightsRecord, changes: Partial<RecordInput> = {}) =>
  found(claim, changes).map(({ code }) => code);

describe('a decision in place of the calculation', () => {
  const foreign = (changes: Partial<RightsRecord> = {}) =>
    publicDomain({ country: 'FR', ...changes });
  const who = { decidedBy: 'u1' };
  const when = { decidedAt: '2026-01-01T00:00:00Z' };
  const free = (claim: RightsRecord) => isFree(claim, protectionTerm(claim, TODAY));

  it.each<[string, RightsRecord, boolean]>([
    ['by name and with its day', foreign({ ...who, ...when }), true],
    ['without a name', foreign(when), false],
    ['without its day', foreign(who), false],
    ['with a day left blank', foreign({ ...who, decidedAt: ' ' }), false],
    ['not made', foreign(), false],
    [
      'made of a work that is used by permission',
      licensed({ country: 'FR', ...who, ...when }),
      false,
    ],
    [
      'made of a work that is still protected',
      publicDomain({ authors: [{ name: 'A', died: 1990, nationality: 'VN' }], ...who, ...when }),
      false,
    ],
    ['made where a fact is missing', foreign({ country: '', ...who, ...when }), false],
    ['not needed, the term has ended', publicDomain(), true],
  ])('%s', (_what, claim, expected) => {
    expect(free(claim)).toBe(expected);
    const refusals = ['public_domain_unproven', 'public_domain_undecided'];
    if (claim.basis === 'public_domain')
      expect(codes(claim).some((code) => refusals.includes(code))).toBe(!expected);
  });

  it('is asked for where a person must decide; where a fact is missing, the fact is', () => {
    expect(codes(foreign(who))).toEqual(['public_domain_undecided']);
    expect(codes(publicDomain({ country: '', ...who, ...when }))).toEqual([
      'public_domain_unproven',
    ]);
  });

  it('is pointed out where it was needed, and only there', () => {
    expect(codes(foreign({ ...who, ...when }))).toEqual(['public_domain_decided']);
    expect(codes(publicDomain({ ...who, ...when }))).toEqual([]);
  });

  it('says what the calculation came to', () => {
    expect(found(publicDomain({ country: '' })).map(({ params }) => params)).toEqual([
      { outcome: { list: 'termOutcome', codes: ['undetermined'] } },
    ]);
  });
});

describe('the granted term', () => {
  it.each<[string, Partial<RightsRecord>, string[]]>([
    ['no day named', {}, []],
    ['begins today, ends today', { termFrom: TODAY, termTo: TODAY }, []],
    ['begins today, without an end', { termFrom: TODAY }, []],
    ['begins tomorrow, without an end', { termFrom: '2026-11-26' }, ['term_not_begun']],
    ['ends today, without a beginning', { termTo: TODAY }, []],
    ['ended yesterday, without a beginning', { termTo: '2026-11-24' }, ['term_ended']],
    ['ends before it begins', { termFrom: '2027-01-02', termTo: '2027-01-01' }, ['term_reversed']],
    [
      'long over, and the wrong way round',
      { termFrom: '2020-01-02', termTo: '2020-01-01' },
      ['term_reversed'],
    ],
    [
      'one day that is none',
      { termFrom: 'mai', termTo: '2026-11-24' },
      ['date_invalid', 'term_ended'],
    ],
    ['review today', { nextReview: TODAY }, []],
    ['review yesterday', { nextReview: '2026-11-24' }, ['review_overdue']],
  ])('%s', (_what, days, expected) => {
    expect(codes(record(days))).toEqual(expected);
  });
});

describe('scope and use', () => {
  it('says that the grant is too narrow also when no licence was chosen', () => {
    expect(codes(record({ scope: ['reproduce'] }), { licence: null })).toEqual([
      'scope_insufficient',
    ]);
  });

  it('waits for the licence where the licence is the grant', () => {
    const source = record({ basis: 'open_licence', scope: [] });
    expect(codes(source, { licence: null })).not.toContain('scope_insufficient');
    expect(codes(source, { licence: licence('InC') })).toContain('scope_insufficient');
  });

  it('finds nothing to be granted in what AI alone has made', () => {
    const made = record({ basis: 'open_licence', scope: [], ai: { use: 'generated' } });
    expect(codes(made, { licence: null })).not.toContain('scope_insufficient');
  });

  it('names the basis that allows no more than viewing, and the uses it does not allow', () => {
    const claim = record({ basis: 'accessible_copy', scope: [] });
    expect(found(claim, { intendedUse: ['named_portals', 'print'] })).toContainEqual({
      code: 'restricted_to_portals',
      field: 'intendedUse',
      article: 'ip_law_25a',
      params: {
        basis: { list: 'basis', codes: ['accessible_copy'] },
        uses: { list: 'intendedUse', codes: ['print'] },
      },
    });
    expect(codes(claim, { intendedUse: ['named_portals'] })).not.toContain('restricted_to_portals');
  });
});

describe('what is unusual', () => {
  it.each<[string, RightsRecord, string[]]>([
    ['an official document that is a text', officialDocument(), []],
    [
      'an official document that is a film',
      officialDocument({ workType: 'film' }),
      ['official_document_unusual'],
    ],
    [
      'an official document of no type yet: only the type is missing',
      officialDocument({ workType: null }),
      ['work_type_missing'],
    ],
  ])('%s', (_what, claim, expected) => {
    expect(codes(claim)).toEqual(expected);
  });
});

describe('the consent of people shown', () => {
  const consent = (document: string | null) =>
    record({
      portraitConsent: 'obtained',
      evidence: [...(record().evidence ?? []), { document, kind: 'portrait_consent' }],
    });

  it('is proven by a paper with a file, not by one without', () => {
    expect(codes(consent('e2'))).toEqual([]);
    expect(codes(consent(null))).toEqual(['portrait_consent_unproven']);
  });
});
