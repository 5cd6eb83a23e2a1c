import { describe, expect, it } from 'vitest';
import { clearance, type ClearanceInput } from './clearance';
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

type Verdict = { ok: boolean; refused: string[]; access: string; download: boolean };

const verdict = (changes: Partial<ClearanceInput>): Verdict => {
  const { ok, reasons, access, download } = clearance(asked(changes));
  return { ok, refused: [...new Set(reasons.map(({ code }) => code))].sort(), access, download };
};
const open = { ok: true, refused: [], access: 'open', download: true };
const refused = (...codes: string[]) => ({ ...open, ok: false, refused: codes.sort() });

/**
 * Ten made-up cases, each as an officer might tell it. Whoever holds `rights-decisions.md` and
 * nothing else has to come to the same answer.
 */
const CASES: [string, Partial<ClearanceInput>, Verdict][] = [
  [
    '1. A contract of 2025, valid to 30 June 2027 in Vietnam, lets the department copy and put a booklet online and let others use it; to be published openly under CC BY-NC-ND 4.0.',
    {
      record: licensed({
        scope: ['reproduce', 'communicate_to_public'],
        territory: 'vietnam',
        termTo: '2027-06-30',
      }),
      licence: licence('CC-BY-NC-ND-4.0'),
    },
    refused('licence_too_broad'),
  ],
  [
    '2. Staff wrote a leaflet by decision 214/QĐ-SYT of 12 March 2025; one photograph of others inside, unmodified, under CC BY-SA 4.0; the whole under CC BY 4.0.',
    {
      components: [openSource()],
      componentLicences: [licence('CC-BY-SA-4.0')],
    },
    refused('licence_broader_than_component'),
  ],
  [
    '3. The same with the whole under CC BY-SA 4.0.',
    {
      licence: licence('CC-BY-SA-4.0'),
      components: [openSource()],
      componentLicences: [licence('CC-BY-SA-4.0')],
    },
    open,
  ],
  [
    '4. A poem of an author who died in 1976, published in 1970, claimed as public domain under the mark, on 31 December 2026.',
    {
      record: publicDomain({
        authors: [{ name: 'Nguyễn Văn A', died: 1976, nationality: 'VN' }],
        firstPublishedYear: 1970,
      }),
      licence: licence('CC-PDM-1.0'),
      today: '2026-12-31',
    },
    refused('public_domain_unproven'),
  ],
  [
    '5. The same poem on 1 January 2027.',
    {
      record: publicDomain({
        authors: [{ name: 'Nguyễn Văn A', died: 1976, nationality: 'VN' }],
        firstPublishedYear: 1970,
      }),
      licence: licence('CC-PDM-1.0'),
      today: '2027-01-01',
    },
    open,
  ],
  [
    '6. A photograph published in 1952, taken in 1951, claimed as public domain under the mark; nobody has decided on it by name.',
    {
      record: publicDomain({ workType: 'photograph', fixedYear: 1951, firstPublishedYear: 1952 }),
      licence: licence('CC-PDM-1.0'),
    },
    refused('public_domain_undecided'),
  ],
  [
    '7. A circular with number and date, but no issuer entered, as official document under the mark.',
    {
      record: officialDocument({
        evidence: [
          { document: 'e1', kind: 'official_document', number: '27/2020', date: '2020-09-04' },
        ],
      }),
      licence: licence('CC-PDM-1.0'),
    },
    refused('evidence_issuer_missing'),
  ],
  [
    '8. An excerpt under the teaching exception, licence HN-XEM, meant for named portals.',
    {
      record: teaching(),
      licence: licence('HN-XEM'),
      intendedUse: ['named_portals'],
    },
    { ok: true, refused: [], access: 'named_portals', download: false },
  ],
  [
    '9. A song from a site under CC BY-NC 4.0 translated by staff by a decision; the translation under CC BY 4.0; the use is open digital and adapt.',
    {
      intendedUse: ['open_digital', 'adapt'],
      components: [openSource({ workType: 'music' })],
      componentLicences: [licence('CC-BY-NC-4.0')],
    },
    refused('licence_incompatible'),
  ],
  [
    '10. A picture that AI made alone, under CC BY 4.0 with a credit line.',
    { record: record({ ai: { use: 'generated' }, scope: [] }) },
    refused('ai_generated_licence'),
  ],
];

describe('cases as an officer might tell them', () => {
  it.each(CASES)('%s', (_case, changes, answer) => {
    expect(verdict(changes)).toEqual(answer);
  });
});
