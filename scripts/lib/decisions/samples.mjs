import { table, ticks } from './markdown.mjs';

export const TODAY = '2026-11-25';

/** A claim that the basis carries, with nothing left to ask; of a work that the rules would find so. */
export const sample = (basis, { SCOPES, BASIS_REQUIREMENTS }, changes = {}) => ({
  basis,
  workType: 'text',
  title: 'A',
  creditLine: 'A',
  owner: { name: 'A' },
  evidence: [
    {
      document: 'a',
      kind: BASIS_REQUIREMENTS[basis].papers[0],
      number: '1',
      date: '2025-01-02',
      issuer: 'A',
    },
  ],
  scope: [...SCOPES],
  sublicence: true,
  territory: 'worldwide',
  country: 'VN',
  authors: [{ name: 'A', nationality: 'VN', died: basis === 'public_domain' ? 1900 : 2020 }],
  published: 'yes',
  firstPublishedYear: basis === 'public_domain' ? 1890 : 2000,
  portraitConsent: 'not_needed',
  ai: { use: 'none' },
  ...changes,
});

export const licenceOf = (rules, code) => rules.licences.find((licence) => licence.code === code);

const STEPS = ['submit', 'approve', 'publish'];

/** What the rules say of a case: the codes that refuse at each step, and what is pointed out. */
const answered = (rules, input) => {
  const at = (purpose) =>
    rules.clearance({
      licence: licenceOf(rules, 'CC-BY-4.0'),
      intendedUse: ['open_digital'],
      today: TODAY,
      ...input,
      purpose,
    });
  const codes = (reasons) => ticks([...new Set(reasons.map(({ code }) => code))]);
  const cells = STEPS.map((step) => {
    const { ok, reasons } = at(step);
    return ok ? '✓' : codes(reasons);
  });
  return [...cells, codes(at('publish').warnings)];
};

/** A table of cases, answered by the rules: each `[English, Vietnamese, what to ask the rules]`. */
export const caseTable = (rules, cases) =>
  table(
    ['case', 'trường hợp', 'submission', 'approval', 'publication', 'only pointed out'],
    cases.map(([en, vi, input]) => [en, vi, ...answered(rules, input)]),
  );
