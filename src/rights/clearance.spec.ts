import { describe, expect, it } from 'vitest';
import { type Clearance, type ClearanceInput, type Purpose, clearance } from './clearance';
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
import type { RightsRecord } from './types';

const at = (reasons: Clearance['reasons']) => reasons.map((r) => `${r.field} ${r.code}`);
const refused = (changes: Partial<ClearanceInput>) => at(clearance(asked(changes)).reasons);
const warned = (changes: Partial<ClearanceInput>) => at(clearance(asked(changes)).warnings);
const mark = licence('CC-PDM-1.0');
const internal = licence('HN-NOI-BO');
const viewing = licence('HN-XEM');

describe('clearance', () => {
  it.each<[string, Partial<ClearanceInput>]>([
    ['work of the department’s own people', {}],
    ['a licensed work', { record: licensed() }],
    ['an official document', { record: officialDocument(), licence: mark }],
    ['a work in the public domain', { record: publicDomain(), licence: mark }],
    ['an openly licensed work', { record: openSource(), licence: licence('CC-BY-NC-4.0') }],
    [
      'a teaching exception',
      { record: teaching(), licence: viewing, intendedUse: ['named_portals'] },
    ],
    [
      'a teaching exception under a rights statement',
      { record: teaching(), licence: licence('InC-EDU'), intendedUse: ['named_portals'] },
    ],
    [
      'an accessible copy',
      {
        record: teaching({ basis: 'accessible_copy' }),
        licence: viewing,
        intendedUse: ['named_portals'],
      },
    ],
    [
      'output of AI alone under CC0',
      { record: record({ ai: { use: 'generated' }, scope: [] }), licence: licence('CC0-1.0') },
    ],
    [
      'output of AI alone under the mark',
      { record: record({ ai: { use: 'generated' }, authors: [] }), licence: mark },
    ],
    [
      'a State-managed work without an owner',
      { record: record({ basis: 'state_managed', owner: null }) },
    ],
    ['every use', { intendedUse: ['open_digital', 'print', 'adapt'] }],
    [
      'with an open component',
      { components: [openSource()], componentLicences: [licence('CC-BY-4.0')] },
    ],
    [
      'with a component licensed by letter',
      { components: [licensed()], componentLicences: [null] },
    ],
  ])('passes %s, at every step', (_what, changes) => {
    for (const purpose of ['submit', 'approve', 'publish'] as const)
      expect(refused({ ...changes, purpose })).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    expect(refused({ record: {}, licence: null, purpose: 'submit' })).toEqual([
      'rights.basis basis_missing',
      'rights.workType work_type_missing',
      'rights.title title_missing',
      'rights.owner.name owner_missing',
      'rights.creditLine credit_line_missing',
      'rights.evidence evidence_missing',
      'rights.licence licence_missing',
    ]);
    expect(refused({ record: null, licence: null, purpose: 'submit' })).toEqual([
      'rights rights_missing',
    ]);
  });

  it.each<[string, Purpose, Partial<ClearanceInput>, string[]]>([
    [
      'no scope',
      'submit',
      { record: record({ scope: [] }), licence: viewing, intendedUse: ['named_portals'] },
      ['rights.scope scope_missing'],
    ],
    [
      'a credit line in English only',
      'submit',
      { record: record({ creditLine: { en: 'DOH' } }) },
      ['rights.creditLine credit_line_missing'],
    ],
    [
      'evidence without a file',
      'submit',
      { record: record({ evidence: [{ number: '1', date: '2025-01-01' }] }) },
      ['rights.evidence evidence_missing'],
    ],
    [
      'a portrait consent as the only paper',
      'submit',
      {
        record: record({
          evidence: [{ document: 'e', kind: 'portrait_consent', date: '2025-01-01' }],
        }),
      },
      ['rights.evidence evidence_missing'],
    ],
    [
      'a decision without its date',
      'submit',
      { record: record({ evidence: [{ document: 'e', number: '1' }] }) },
      ['rights.evidence.0.date evidence_date_missing'],
    ],
    [
      'a date that is none',
      'submit',
      { record: record({ termTo: '31/12/2026' }), licence: internal },
      ['rights.termTo date_invalid'],
    ],
    [
      'a term that ends before it begins',
      'submit',
      { record: record({ termFrom: '2027-02-01', termTo: '2027-01-01' }), licence: internal },
      ['rights.termTo term_reversed'],
    ],
    [
      'an official document without number, date, issuer',
      'submit',
      { record: officialDocument({ evidence: [{ document: 'e' }] }), licence: mark },
      [
        'rights.evidence.0.number evidence_number_missing',
        'rights.evidence.0.date evidence_date_missing',
        'rights.evidence.0.issuer evidence_issuer_missing',
      ],
    ],
    [
      'details spread over two papers',
      'submit',
      {
        record: officialDocument({
          evidence: [
            { document: 'a', number: '1' },
            { document: 'b', date: '2025-01-01', issuer: 'UBND' },
          ],
        }),
        licence: mark,
      },
      ['rights.evidence.1.number evidence_number_missing'],
    ],
    [
      'communication to the public not granted',
      'approve',
      {
        record: record({ scope: ['reproduce', 'derive'] }),
        licence: viewing,
        intendedUse: ['open_digital'],
      },
      ['rights.scope scope_insufficient'],
    ],
    [
      'print without distribution',
      'approve',
      {
        record: record({ scope: ['reproduce', 'communicate_to_public', 'derive'] }),
        intendedUse: ['print'],
      },
      ['rights.scope scope_insufficient'],
    ],
    [
      'adapting under a no-derivatives licence',
      'approve',
      {
        record: openSource(),
        licence: licence('CC-BY-ND-4.0'),
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.scope scope_insufficient'],
    ],
    [
      'a licence wider than the grant',
      'approve',
      { record: licensed({ sublicence: false }) },
      ['rights.licence licence_too_broad'],
    ],
    [
      'a licence for good on a grant for a time',
      'approve',
      { record: licensed({ termTo: '2030-01-01' }) },
      ['rights.licence licence_too_broad'],
    ],
    [
      'an open basis without an open licence',
      'approve',
      { record: openSource(), licence: licence('InC') },
      ['rights.scope scope_insufficient', 'rights.licence licence_not_open'],
    ],
    [
      'the mark on a protected work',
      'approve',
      { licence: mark },
      ['rights.licence statement_untrue'],
    ],
    [
      'a statement of no copyright on a protected work',
      'approve',
      { licence: licence('NoC-OKLR') },
      ['rights.licence statement_untrue'],
    ],
    [
      'output of AI alone under CC BY',
      'approve',
      { record: record({ ai: { use: 'generated' } }) },
      ['rights.licence ai_generated_licence'],
    ],
    [
      'consent missing',
      'approve',
      { record: record({ portraitConsent: 'missing' }) },
      ['rights.portraitConsent portrait_consent_missing'],
    ],
    [
      'public domain still to come',
      'approve',
      {
        record: publicDomain({ authors: [{ name: 'A', died: 1990, nationality: 'VN' }] }),
        licence: mark,
      },
      ['rights.basis public_domain_unproven'],
    ],
    [
      'public domain undetermined',
      'approve',
      { record: publicDomain({ authors: [{ name: 'A', nationality: 'VN' }] }), licence: mark },
      ['rights.basis public_domain_unproven'],
    ],
    [
      'public domain undetermined, even decided',
      'approve',
      {
        record: publicDomain({ country: '', decidedBy: 'u1', decidedAt: '2026-01-01T00:00:00Z' }),
        licence: mark,
      },
      ['rights.basis public_domain_unproven'],
    ],
    [
      'a foreign work claimed free without a decision',
      'approve',
      { record: publicDomain({ country: 'FR' }), licence: mark },
      ['rights.basis public_domain_undecided'],
    ],
    [
      'teaching, openly',
      'approve',
      { record: teaching(), licence: viewing },
      ['intendedUse restricted_to_portals'],
    ],
    [
      'teaching, in print',
      'approve',
      { record: teaching(), licence: viewing, intendedUse: ['named_portals', 'print'] },
      ['intendedUse restricted_to_portals'],
    ],
    [
      'teaching, use not stated',
      'approve',
      { record: teaching(), licence: viewing, intendedUse: [] },
      ['intendedUse restricted_to_portals'],
    ],
    [
      'teaching, with copies',
      'approve',
      { record: teaching(), licence: internal, intendedUse: ['named_portals'] },
      ['rights.licence licence_too_broad'],
    ],
    [
      'a term that has ended',
      'approve',
      { record: record({ termTo: '2026-11-24' }), licence: internal },
      ['rights.termTo term_ended'],
    ],
    [
      'an embargo until a day that is none',
      'submit',
      { embargoUntil: '31/12/2026' },
      ['embargoUntil date_invalid'],
    ],
    [
      'a term not begun',
      'publish',
      { record: record({ termFrom: '2026-11-26' }) },
      ['rights.termFrom term_not_begun'],
    ],
    [
      'an embargo on its last day',
      'publish',
      { embargoUntil: '2026-11-25' },
      ['embargoUntil embargo_active'],
    ],
  ])('refuses %s from %s on', (_what, from, changes, expected) => {
    const steps: Purpose[] = ['submit', 'approve', 'publish'];
    for (const purpose of steps) {
      const binds = steps.indexOf(purpose) >= steps.indexOf(from);
      expect(refused({ ...changes, purpose })).toEqual(binds ? expected : []);
      if (!binds) expect(warned({ ...changes, purpose })).toEqual(expect.arrayContaining(expected));
    }
  });

  it.each<[string, Partial<ClearanceInput>]>([
    ['on the first day of a term', { record: record({ termFrom: '2026-11-25' }) }],
    [
      'on the last day of a term',
      {
        record: record({ termTo: '2026-11-25' }),
        licence: internal,
        intendedUse: ['named_portals'],
      },
    ],
    ['on the day after an embargo', { embargoUntil: '2026-11-24' }],
    ['when a review is overdue', { record: record({ nextReview: '2026-01-01' }) }],
    [
      'a foreign work free by a named decision',
      {
        record: publicDomain({ country: 'FR', decidedBy: 'u1', decidedAt: '2026-01-01T00:00:00Z' }),
        licence: mark,
      },
    ],
  ])('publishes %s', (_what, changes) => {
    expect(refused(changes)).toEqual([]);
  });

  it.each<[string, Partial<ClearanceInput>, string]>([
    [
      'no number on a decision',
      { record: record({ evidence: [{ document: 'e', date: '2025-01-01' }] }) },
      'rights.evidence.0.number evidence_number_expected',
    ],
    [
      'an unusual paper',
      {
        record: record({
          evidence: [{ document: 'e', kind: 'other', date: '2025-01-01', number: '1' }],
        }),
      },
      'rights.evidence evidence_kind_unusual',
    ],
    ['no author', { record: record({ authors: [] }) }, 'rights.authors authors_missing'],
    [
      'protection that has ended',
      {
        record: publicDomain({
          basis: 'assigned',
          owner: { name: 'A' },
          scope: ['reproduce', 'communicate_to_public', 'derive'],
        }),
      },
      'rights.basis protection_ended',
    ],
    [
      'conditions on a free work',
      { record: publicDomain() },
      'rights.licence licence_on_free_work',
    ],
    [
      'a film as an official document',
      { record: officialDocument({ workType: 'film' }), licence: mark },
      'rights.workType official_document_unusual',
    ],
    [
      'a reserved licence for open use',
      { licence: internal },
      'rights.licence licence_reserved_for_portals',
    ],
    [
      'consent claimed without a paper',
      { record: record({ portraitConsent: 'obtained' }) },
      'rights.evidence portrait_consent_unproven',
    ],
    [
      'consent not answered',
      { record: record({ portraitConsent: null }) },
      'rights.portraitConsent portrait_consent_unanswered',
    ],
    ['AI not answered', { record: record({ ai: null }) }, 'rights.ai.use ai_use_unanswered'],
    [
      'AI help not described',
      { record: record({ ai: { use: 'assisted' } }) },
      'rights.ai.humanContribution ai_contribution_unstated',
    ],
    [
      'no territory',
      { record: licensed({ territory: '' }) },
      'rights.territory territory_unstated',
    ],
    [
      'a review overdue',
      { record: record({ nextReview: '2026-01-01' }) },
      'rights.nextReview review_overdue',
    ],
    [
      'a decision instead of a calculation',
      {
        record: publicDomain({ country: 'FR', decidedBy: 'u1', decidedAt: '2026-01-01T00:00:00Z' }),
        licence: mark,
      },
      'rights.basis public_domain_decided',
    ],
  ])('only points out %s', (_what, changes, warning) => {
    const result = clearance(asked(changes));
    expect(result.ok).toBe(true);
    expect(at(result.warnings)).toContain(warning);
  });

  it('does not speak of a reserved licence where the basis allows portals only', () => {
    expect(warned({ record: teaching(), licence: viewing })).toEqual([]);
    expect(warned({ licence: viewing })).toEqual(['rights.licence licence_reserved_for_portals']);
  });

  it('asks for the basis before it doubts that the work is free', () => {
    expect(refused({ record: record({ basis: null }), licence: mark })).toEqual([
      'rights.basis basis_missing',
    ]);
  });

  it('names the article of the basis whose grant the licence exceeds', () => {
    const scope: RightsRecord['scope'] = ['reproduce', 'communicate_to_public'];
    const article = (claim: RightsRecord) =>
      clearance(asked({ record: claim })).reasons.map((reason) => reason.article);
    expect(article(record({ scope }))).toEqual(['ip_law_39']);
    expect(article(licensed({ scope }))).toEqual(['ip_law_47']);
  });

  it('gives a review date its own day', () => {
    expect(warned({ record: record({ nextReview: '2026-11-25' }) })).toEqual([]);
  });

  it('names the article of the basis', () => {
    const { reasons } = clearance(asked({ record: record({ evidence: [] }) }));
    expect(reasons).toEqual([
      { code: 'evidence_missing', field: 'rights.evidence', article: 'ip_law_39' },
    ]);
  });

  it('says which rights are missing, and for what', () => {
    const { reasons } = clearance(
      asked({
        record: record({ scope: ['communicate_to_public'] }),
        licence: licence('InC'),
        intendedUse: ['print'],
      }),
    );
    expect(reasons[0]?.params).toEqual({
      missing: { list: 'scope', codes: ['reproduce', 'distribute'] },
      uses: { list: 'intendedUse', codes: ['print'] },
    });
  });
});

describe('components', () => {
  const by = licence('CC-BY-4.0');

  it('announces a component that is not cleared and says why', () => {
    const components = [
      openSource(),
      licensed({ component: 'Nhạc nền', evidence: [], creditLine: null }),
    ];
    const changes = { components, componentLicences: [by, null], purpose: 'submit' as const };
    expect(refused(changes)).toEqual([
      'rights.components.1 component_not_cleared',
      'rights.components.1.creditLine credit_line_missing',
      'rights.components.1.evidence evidence_missing',
    ]);
    expect(clearance(asked(changes)).reasons[0]?.params).toEqual({
      component: 'Nhạc nền',
      open: 2,
    });
  });

  it.each<[string, Partial<ClearanceInput>, string[]]>([
    [
      'an open component without its licence',
      { components: [openSource()], componentLicences: [null] },
      ['rights.components.0 component_not_cleared', 'rights.components.0.licence licence_missing'],
    ],
    [
      'a component whose term has ended',
      {
        components: [licensed({ termTo: '2026-01-01' })],
        licence: internal,
        intendedUse: ['named_portals'],
      },
      ['rights.components.0 component_not_cleared', 'rights.components.0.termTo term_ended'],
    ],
    [
      'a teaching exception in an open whole',
      { components: [teaching()] },
      [
        'rights.components.0 component_not_cleared',
        'rights.components.0 restricted_to_portals',
        'rights.licence licence_broader_than_component',
      ],
    ],
    [
      'a non-commercial item in a CC BY whole',
      { components: [openSource()], componentLicences: [licence('CC-BY-NC-4.0')] },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'a share-alike item in a CC BY whole',
      { components: [openSource()], componentLicences: [licence('CC-BY-SA-4.0')] },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'a letter that grants no adaptation in a CC BY whole',
      { components: [licensed({ scope: ['reproduce', 'communicate_to_public'] })] },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'a letter for a time in a CC BY whole',
      { components: [licensed({ termTo: '2030-01-01' })] },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'an adaptation of what is reserved for portals',
      {
        components: [licensed()],
        componentLicences: [internal],
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'an adaptation of what a rights statement reserves',
      {
        components: [licensed()],
        componentLicences: [licence('InC')],
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'an adaptation of a non-commercial source of an older version, under BY',
      {
        components: [openSource()],
        componentLicences: [{ ...licence('CC-BY-NC-4.0'), code: 'CC-BY-NC-3.0' }],
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.licence licence_broader_than_component'],
    ],
    [
      'an adaptation of BY-SA under BY',
      {
        components: [openSource()],
        componentLicences: [licence('CC-BY-SA-4.0')],
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.licence licence_incompatible'],
    ],
    [
      'an adaptation of BY-SA with BY-NC',
      {
        components: [openSource(), openSource()],
        componentLicences: [licence('CC-BY-SA-4.0'), licence('CC-BY-NC-4.0')],
        licence: licence('CC-BY-NC-SA-4.0'),
        intendedUse: ['open_digital', 'adapt'],
      },
      ['rights.licence sources_incompatible'],
    ],
    [
      'an adaptation of a no-derivatives item',
      {
        components: [openSource()],
        componentLicences: [licence('CC-BY-ND-4.0')],
        intendedUse: ['open_digital', 'adapt'],
      },
      [
        'rights.components.0 component_not_cleared',
        'rights.components.0.scope scope_insufficient',
        'rights.licence sources_incompatible',
      ],
    ],
  ])('refuses %s', (_what, changes, expected) => {
    expect(refused(changes)).toEqual(expected);
  });

  it('lets be adapted what a letter permits, without a licence of its own', () => {
    const adapted = { componentLicences: [null], intendedUse: ['adapt' as const] };
    expect(refused({ ...adapted, components: [licensed()] })).toEqual([]);
    const narrow = licensed({ scope: ['reproduce', 'communicate_to_public'] });
    expect(refused({ ...adapted, components: [narrow] })).toContain(
      'rights.licence licence_broader_than_component',
    );
  });

  it('keeps a CC BY-SA whole with a CC BY-SA item, adapted or not', () => {
    const sa = licence('CC-BY-SA-4.0');
    const whole = { licence: sa, components: [openSource()], componentLicences: [sa] };
    expect(refused(whole)).toEqual([]);
    expect(refused({ ...whole, intendedUse: ['open_digital', 'adapt'] })).toEqual([]);
  });
});

describe('who may see it', () => {
  it.each<[string, Partial<ClearanceInput>, 'open' | 'named_portals', boolean]>([
    ['ordinary', {}, 'open', true],
    ['use not stated', { intendedUse: null }, 'open', true],
    ['for named portals', { intendedUse: ['named_portals'] }, 'named_portals', true],
    ['a reserved licence', { licence: internal }, 'named_portals', true],
    [
      'a reserved component',
      { components: [licensed()], componentLicences: [internal] },
      'named_portals',
      true,
    ],
    ['a licence for viewing alone', { licence: viewing }, 'named_portals', false],
    [
      'a component under a licence for viewing alone',
      { components: [licensed()], componentLicences: [viewing] },
      'named_portals',
      false,
    ],
    ['a statement that permits nothing, open to all', { licence: licence('InC') }, 'open', true],
    ['a teaching exception', { record: teaching() }, 'named_portals', false],
    [
      'a component under a teaching exception',
      { components: [teaching()] },
      'named_portals',
      false,
    ],
    [
      'an accessible copy',
      { record: teaching({ basis: 'accessible_copy' }) },
      'named_portals',
      false,
    ],
  ])('%s', (_what, changes, access, download) => {
    expect(clearance(asked(changes))).toMatchObject({ access, download });
  });
});

describe('a claim that was taken over from another material', () => {
  const interview = {
    version: '2026.1',
    answers: { maker: 'staff', assignment_paper: 'decision', work_type: 'text' },
    takenFrom: 'm1',
  };
  const asksForParts = (changes: Partial<ClearanceInput>) =>
    refused({ record: record({ interview }), ...changes }).includes(
      'rights.components components_unanswered',
    );

  it('is asked for parts of others anew, until it is answered or one is recorded', () => {
    expect(asksForParts({})).toBe(true);
    const parts = { components: [openSource()], componentLicences: [licence('CC-BY-4.0')] };
    expect(asksForParts(parts)).toBe(false);
    const answers = { ...interview.answers, others_work: ['none'] };
    expect(asksForParts({ record: record({ interview: { ...interview, answers } }) })).toBe(false);
  });
});
