import { describe, expect, it } from 'vitest';
import { type ClearanceInput, clearance } from './clearance';
import {
  asked,
  licensed,
  officialDocument,
  openSource,
  publicDomain,
  record,
  teaching,
} from './clearance.fixture';
import { licence } from './licences.fixture';
import { RULES, type RuleCode, unmet } from './reason-codes';
import type { Evidence, RightsRecord } from './types';

type Case = { triggers: Partial<ClearanceInput>; passes: Partial<ClearanceInput> };

const mark = licence('CC-PDM-1.0');
const internal = licence('HN-NOI-BO');
const of = (changes: Partial<RightsRecord>): Partial<ClearanceInput> => ({
  record: record(changes),
});
const paper = (changes: Partial<Evidence>): Evidence => ({
  document: 'e1',
  kind: 'assignment_decision',
  number: '214/QĐ-SYT',
  date: '2025-03-12',
  issuer: 'Sở Y tế Hà Nội',
  ...changes,
});
const part = (code: string, whole: string, uses?: ClearanceInput['intendedUse']) => ({
  components: [openSource()],
  componentLicences: [licence(code)],
  licence: licence(whole),
  intendedUse: uses ?? ['open_digital' as const],
});
const free = (changes: Partial<RightsRecord>): Partial<ClearanceInput> => ({
  record: publicDomain(changes),
  licence: mark,
});
const died = (year: number) => [{ name: 'A', died: year, nationality: 'VN' }];
const decided = { decidedBy: 'u1', decidedAt: '2026-01-01T00:00:00Z' };
const state = (changes: Partial<Evidence>) =>
  of({ basis: 'state_owned', evidence: [paper({ kind: 'state_ownership_paper', ...changes })] });
const official = (changes: Partial<Evidence>): Partial<ClearanceInput> => ({
  record: officialDocument({ evidence: [paper({ kind: 'official_document', ...changes })] }),
  licence: mark,
});

const answered = (others: string[]) => ({
  version: '2026.1',
  answers: { maker: 'staff', assignment_paper: 'decision', work_type: 'text', others_work: others },
});

/** Each rule with a case that triggers it, and the nearest one that does not. Today: 25/11/2026. */
const CASES: Record<RuleCode, Case> = {
  rights_missing: { triggers: { record: null }, passes: of({}) },
  basis_missing: { triggers: of({ basis: null }), passes: of({ basis: 'assigned' }) },
  work_type_missing: { triggers: of({ workType: null }), passes: of({ workType: 'other' }) },
  title_missing: { triggers: of({ title: { en: 'A' } }), passes: of({ title: { vi: 'A' } }) },
  owner_missing: {
    triggers: of({ owner: { name: ' ' } }),
    passes: of({ owner: null, basis: 'state_managed' }),
  },
  licence_missing: { triggers: { licence: null }, passes: { licence: licence('InC') } },
  credit_line_missing: {
    triggers: { record: publicDomain({ creditLine: { vi: ' ' } }), licence: licence('CC0-1.0') },
    passes: { record: publicDomain({ creditLine: { vi: 'A' } }), licence: licence('CC0-1.0') },
  },
  scope_missing: { triggers: of({ scope: [] }), passes: of({ scope: ['reproduce'] }) },
  evidence_missing: {
    triggers: of({ evidence: [paper({ document: null })] }),
    passes: of({ evidence: [paper({})] }),
  },
  evidence_number_missing: {
    triggers: official({ number: '' }),
    passes: official({ number: '1' }),
  },
  evidence_date_missing: {
    triggers: of({ evidence: [paper({ date: null })] }),
    passes: of({ evidence: [paper({ date: '2025-01-01' })] }),
  },
  evidence_issuer_missing: {
    triggers: official({ issuer: null }),
    passes: official({ issuer: 'UBND' }),
  },
  date_invalid: {
    triggers: of({ termTo: '2027-02-29' }),
    passes: of({ termTo: '2028-02-29' }),
  },
  term_reversed: {
    triggers: of({ termFrom: '2027-01-02', termTo: '2027-01-01' }),
    passes: of({ termFrom: '2027-01-01', termTo: '2027-01-01' }),
  },
  component_not_cleared: {
    triggers: { components: [openSource({ evidence: [] })], componentLicences: [mark] },
    passes: part('CC-BY-4.0', 'CC-BY-4.0'),
  },
  component_unrecorded: {
    triggers: of({ interview: answered(['pictures']) }),
    passes: of({ interview: answered(['none']) }),
  },
  components_unanswered: {
    triggers: of({ interview: { ...answered([]), takenFrom: 'm1' } }),
    passes: of({ interview: { ...answered(['none']), takenFrom: 'm1' } }),
  },
  scope_insufficient: {
    triggers: { ...of({ scope: ['reproduce', 'derive'] }), licence: licence('InC') },
    passes: { ...of({ scope: ['reproduce', 'communicate_to_public'] }), licence: licence('InC') },
  },
  licence_too_broad: {
    triggers: of({ scope: ['reproduce', 'communicate_to_public'] }),
    passes: {
      ...of({ scope: ['reproduce', 'communicate_to_public'] }),
      licence: licence('CC-BY-ND-4.0'),
    },
  },
  licence_broader_than_component: {
    triggers: part('CC-BY-NC-4.0', 'CC-BY-4.0'),
    passes: part('CC-BY-NC-4.0', 'CC-BY-NC-4.0'),
  },
  licence_incompatible: {
    triggers: part('CC-BY-SA-4.0', 'CC-BY-4.0', ['adapt']),
    passes: part('CC-BY-SA-4.0', 'CC-BY-SA-4.0', ['adapt']),
  },
  sources_incompatible: {
    triggers: part('CC-BY-ND-4.0', 'CC-BY-ND-4.0', ['adapt']),
    passes: part('CC-BY-ND-4.0', 'CC-BY-ND-4.0', ['open_digital']),
  },
  licence_not_open: {
    triggers: { record: openSource(), licence: mark },
    passes: { record: openSource(), licence: licence('CC0-1.0') },
  },
  statement_untrue: {
    triggers: { licence: licence('NoC-OKLR') },
    passes: { record: officialDocument(), licence: licence('NoC-OKLR') },
  },
  public_domain_unproven: {
    triggers: free({ authors: died(1976) }),
    passes: free({ authors: died(1975) }),
  },
  public_domain_undecided: {
    triggers: free({ country: 'FR' }),
    passes: free({ country: 'FR', ...decided }),
  },
  restricted_to_portals: {
    triggers: { record: teaching(), intendedUse: ['named_portals', 'print'] },
    passes: { record: teaching(), intendedUse: ['named_portals'] },
  },
  ai_generated_licence: {
    triggers: of({ ai: { use: 'generated' } }),
    passes: { ...of({ ai: { use: 'generated' } }), licence: licence('CC0-1.0') },
  },
  portrait_consent_missing: {
    triggers: of({ portraitConsent: 'missing' }),
    passes: of({ portraitConsent: 'obtained' }),
  },
  term_ended: {
    triggers: of({ termTo: '2026-11-24' }),
    passes: of({ termTo: '2026-11-25' }),
  },
  term_not_begun: {
    triggers: of({ termFrom: '2026-11-26' }),
    passes: of({ termFrom: '2026-11-25' }),
  },
  embargo_active: {
    triggers: { embargoUntil: '2026-11-25' },
    passes: { embargoUntil: '2026-11-24' },
  },
  evidence_number_expected: {
    triggers: of({ evidence: [paper({ number: ' ' })] }),
    passes: of({ evidence: [paper({ number: '1' })] }),
  },
  evidence_date_expected: { triggers: state({ date: null }), passes: state({}) },
  evidence_issuer_expected: { triggers: state({ issuer: ' ' }), passes: state({}) },
  evidence_kind_unusual: {
    triggers: of({ evidence: [paper({ kind: 'other' })] }),
    passes: of({ evidence: [paper({ kind: 'other' }), paper({})] }),
  },
  authors_missing: {
    triggers: of({ authors: [] }),
    passes: of({ authors: [], anonymous: true }),
  },
  official_document_unusual: {
    triggers: { record: officialDocument({ workType: 'film' }) },
    passes: { record: officialDocument({ workType: 'text' }) },
  },
  public_domain_decided: {
    triggers: free({ country: 'FR', ...decided }),
    passes: free(decided),
  },
  protection_ended: {
    triggers: of({ authors: died(1975), published: 'yes', firstPublishedYear: 1970 }),
    passes: of({ authors: died(1976), published: 'yes', firstPublishedYear: 1970 }),
  },
  licence_on_free_work: {
    triggers: { record: officialDocument(), licence: internal },
    passes: { record: officialDocument(), licence: licence('CC0-1.0') },
  },
  licence_reserved_for_portals: {
    triggers: { licence: internal },
    passes: { licence: internal, intendedUse: ['named_portals'] },
  },
  portrait_consent_unanswered: {
    triggers: of({ portraitConsent: null }),
    passes: of({ portraitConsent: 'missing' }),
  },
  portrait_consent_unproven: {
    triggers: of({ portraitConsent: 'obtained', evidence: [paper({ kind: 'other' })] }),
    passes: of({
      portraitConsent: 'obtained',
      evidence: [paper({}), paper({ kind: 'portrait_consent' })],
    }),
  },
  ai_use_unanswered: {
    triggers: of({ ai: { tool: 'X' } }),
    passes: of({ ai: { use: 'none' } }),
  },
  ai_contribution_unstated: {
    triggers: of({ ai: { use: 'assisted', humanContribution: ' ' } }),
    passes: of({ ai: { use: 'assisted', humanContribution: 'Biên soạn' } }),
  },
  territory_unstated: {
    triggers: { record: licensed({ territory: ' ' }) },
    passes: { record: licensed({ territory: 'hanoi' }) },
  },
  review_overdue: {
    triggers: of({ nextReview: '2026-11-24' }),
    passes: of({ nextReview: '2026-11-25' }),
  },
};

const found = (changes: Partial<ClearanceInput>) => {
  const { reasons, warnings } = clearance(asked(changes));
  return { refusing: reasons.map(({ code }) => code), pointing: warnings.map(({ code }) => code) };
};

describe('an unmet condition', () => {
  it('names the source of its rule, or the nearer one of the basis, and no empty parameters', () => {
    expect(unmet('licence_missing', 'rights.licence')).toStrictEqual({
      code: 'licence_missing',
      field: 'rights.licence',
      article: 'repository_rules',
    });
    expect(unmet('scope_missing', 'rights.scope', { a: 1 }, 'ip_law_39')).toStrictEqual({
      code: 'scope_missing',
      field: 'rights.scope',
      params: { a: 1 },
      article: 'ip_law_39',
    });
  });
});

describe('every rule', () => {
  it('has a case that triggers it and one just inside', () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(RULES).sort());
  });

  it.each(Object.keys(RULES) as RuleCode[])('%s', (code) => {
    const { triggers, passes } = CASES[code];
    const hit = found(triggers);
    expect(RULES[code].stage === 'never' ? hit.pointing : hit.refusing).toContain(code);
    const near = found(passes);
    expect([...near.refusing, ...near.pointing]).not.toContain(code);
  });
});
