import type { ClearanceInput } from './clearance';
import { licence } from './licences.fixture';
import type { RightsRecord } from './types';

export const TODAY = '2026-11-25';

/** A record with nothing left to ask; a spec changes only what it is about. */
export const record = (changes: Partial<RightsRecord> = {}): RightsRecord => ({
  workType: 'text',
  title: { vi: 'Dinh dưỡng học đường' },
  authors: [{ name: 'Trần Thị Minh Nguyệt', living: true, nationality: 'VN' }],
  country: 'VN',
  published: 'no',
  owner: { kind: 'state_agency', name: 'Sở Y tế Hà Nội' },
  basis: 'employment',
  evidence: [
    {
      document: 'e1',
      kind: 'assignment_decision',
      number: '214/QĐ-SYT',
      date: '2025-03-12',
      issuer: 'Sở Y tế Hà Nội',
    },
  ],
  scope: ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
  licence: 'l1',
  creditLine: { vi: 'Sở Y tế Hà Nội, 2026' },
  portraitConsent: 'not_needed',
  ai: { use: 'none' },
  ...changes,
});

const paper = (kind: NonNullable<RightsRecord['evidence']>[number]['kind']) => [
  { document: 'e1', kind, number: '1', date: '2025-01-02', issuer: 'Sở Tư pháp' },
];

export const licensed = (changes: Partial<RightsRecord> = {}): RightsRecord =>
  record({
    basis: 'licensed',
    evidence: paper('licence_contract'),
    sublicence: true,
    territory: 'worldwide',
    ...changes,
  });

export const openSource = (changes: Partial<RightsRecord> = {}): RightsRecord =>
  record({
    component: 'Ảnh trang 4',
    workType: 'photograph',
    basis: 'open_licence',
    evidence: paper('open_licence_copy'),
    scope: [],
    ...changes,
  });

export const officialDocument = (changes: Partial<RightsRecord> = {}): RightsRecord =>
  record({
    basis: 'official_document',
    evidence: paper('official_document'),
    scope: [],
    owner: null,
    ...changes,
  });

export const publicDomain = (changes: Partial<RightsRecord> = {}): RightsRecord =>
  record({
    basis: 'public_domain',
    evidence: paper('public_domain_proof'),
    authors: [{ name: 'Tản Đà', died: 1939, nationality: 'VN' }],
    published: 'yes',
    firstPublishedYear: 1920,
    scope: [],
    owner: null,
    ...changes,
  });

export const teaching = (changes: Partial<RightsRecord> = {}): RightsRecord =>
  record({
    basis: 'teaching_exception',
    evidence: paper('exception_statement'),
    scope: [],
    ...changes,
  });

export const asked = (changes: Partial<ClearanceInput> = {}): ClearanceInput => ({
  record: record(),
  components: [],
  licence: licence('CC-BY-4.0'),
  componentLicences: [],
  intendedUse: ['open_digital'],
  embargoUntil: null,
  purpose: 'publish',
  today: TODAY,
  ...changes,
});
