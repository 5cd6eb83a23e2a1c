import { describe, expect, it } from 'vitest';
import { record } from './clearance.fixture';
import { evidenceConditions } from './evidence-conditions';
import type { Evidence, RightsRecord } from './types';

const paper = (changes: Partial<Evidence> = {}): Evidence => ({
  document: 'e1',
  kind: 'official_document',
  number: '12/2025/TT-BGDĐT',
  date: '2025-03-12',
  issuer: 'Bộ Giáo dục và Đào tạo',
  ...changes,
});
const official = (...evidence: Evidence[]) => record({ basis: 'official_document', evidence });

describe('the papers of a record', () => {
  it.each<[string, RightsRecord, string[]]>([
    ['one paper with all of it', official(paper()), []],
    ['one complete paper beside an incomplete one', official(paper({ number: null }), paper()), []],
    [
      'two papers that lack the same: the first is named',
      official(paper({ number: null }), paper({ number: null })),
      ['rights.evidence.0.number evidence_number_missing'],
    ],
    [
      'two papers, the second lacking less: the second is named',
      official(paper({ number: null, date: null }), paper({ number: null })),
      ['rights.evidence.1.number evidence_number_missing'],
    ],
    [
      'what must be there weighs more than what is only asked for',
      record({
        evidence: [
          paper({ kind: 'assignment_decision', date: null }),
          paper({ kind: 'assignment_decision', number: null }),
        ],
      }),
      ['rights.evidence.1.number evidence_number_expected'],
    ],
    [
      'a paper whose kind was not chosen is not called unusual',
      official(paper({ kind: null })),
      [],
    ],
    [
      'a paper of another kind',
      official(paper({ kind: 'other' })),
      ['rights.evidence evidence_kind_unusual'],
    ],
    ['a usual paper beside another', official(paper({ kind: 'other' }), paper()), []],
    [
      'a consent beside the paper proves no right, and harms none',
      official(paper({ kind: 'portrait_consent', number: null }), paper()),
      [],
    ],
    ['no paper', official(), ['rights.evidence evidence_missing']],
    [
      'a paper without a file',
      official(paper({ document: null })),
      ['rights.evidence evidence_missing'],
    ],
    [
      'a date that is none, on whichever paper',
      official(paper(), paper({ date: '12/3/2025' })),
      ['rights.evidence.1.date date_invalid'],
    ],
    [
      'no basis: only a file is asked for',
      record({ basis: null, evidence: [{ document: 'e1' }] }),
      [],
    ],
  ])('%s', (_what, claim, expected) => {
    expect(evidenceConditions(claim).map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });
});
