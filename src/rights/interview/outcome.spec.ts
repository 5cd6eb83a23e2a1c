import { describe, expect, it } from 'vitest';
import reference from '../../../seed/reference/licences.json';
import { BASIS_REQUIREMENTS } from '../basis-requirements';
import { BASES, type Basis, type LicenceFacts } from '../types';
import { type OutcomeOptions, outcomeOf } from './outcome';
import type { Answers } from './types';

const licences = reference.items as LicenceFacts[];
const of = (answers: Answers, options: Partial<OutcomeOptions<LicenceFacts>> = {}) =>
  outcomeOf(answers, { licences, today: '2026-11-25', ...options });
const remaining = (answers: Answers, options: Partial<OutcomeOptions<LicenceFacts>> = {}) =>
  of(answers, options).licences.remaining.map(({ code }) => code);
const asked = (answers: Answers) => of(answers).questionsForEditor.map(({ code }) => code);

const staff = { maker: 'staff', assignment_paper: 'decision' };
const tail = {
  work_type: 'text',
  others_work: ['none'],
  people: 'none',
  ai: 'none',
  published: 'no',
};

describe('the basis', () => {
  const ways: Record<Basis, Answers> = {
    employment: staff,
    commissioned: { maker: 'commissioned', contract_says: 'department_owns' },
    state_owned: { maker: 'state_work', state_right: 'owned' },
    state_managed: { maker: 'state_work', state_right: 'managed', owner_search: 'report' },
    assigned: { maker: 'transferred' },
    licensed: { maker: 'outsider', permission_form: 'letter' },
    open_licence: { maker: 'open_source', source_licence: 'cc_by', source_changed: 'no' },
    official_document: { maker: 'state_document', document_kind: 'administrative' },
    public_domain: { maker: 'old_work', why_free: 'author_died' },
    teaching_exception: { maker: 'teaching', teaching_use: 'excerpt' },
    accessible_copy: { maker: 'accessible_copy', accessible_for: 'disabled_people' },
  };
  it.each(BASES)('%s follows from answers of an officer, with its article and papers', (basis) => {
    const outcome = of(ways[basis]);
    const rule = BASIS_REQUIREMENTS[basis];
    expect(outcome.basis).toBe(basis);
    expect(outcome.values.basis).toBe(basis);
    expect(outcome.article).toBe(rule.article);
    expect(outcome.restricted).toBe(rule.restricted);
    for (const kind of outcome.papers[0]?.kinds ?? []) expect(rule.papers).toContain(kind);
    expect(outcome.questionsForEditor).toEqual([]);
  });

  it.each<[string, Answers, Basis | undefined, string[]]>([
    ['nothing answered', {}, undefined, []],
    [
      'a handbook annexed to a decision',
      { maker: 'state_document', document_kind: 'annex' },
      undefined,
      ['annexed_handbook'],
    ],
    [
      'the same, by staff',
      {
        maker: 'state_document',
        document_kind: 'annex',
        annex_maker: 'staff',
        assignment_paper: 'decision',
      },
      'employment',
      ['annexed_handbook'],
    ],
    [
      'a commission whose maker keeps the rights',
      { maker: 'commissioned', contract_says: 'maker_keeps' },
      'licensed',
      [],
    ],
    [
      'a source that was translated',
      {
        maker: 'open_source',
        source_licence: 'cc_by',
        source_changed: 'yes',
        assignment_paper: 'decision',
      },
      'employment',
      [],
    ],
    [
      'a source marked public domain',
      { maker: 'open_source', source_licence: 'public_domain_mark', why_free: 'author_died' },
      'public_domain',
      [],
    ],
    [
      'a source that is only free of charge',
      { maker: 'open_source', source_licence: 'free_of_charge' },
      undefined,
      ['free_is_no_licence'],
    ],
    ['folklore', { maker: 'old_work', why_free: 'folklore' }, undefined, ['folklore']],
    [
      'a foreign work',
      { maker: 'old_work', why_free: 'foreign' },
      'public_domain',
      ['foreign_term'],
    ],
    [
      'a whole work taken for teaching',
      { maker: 'teaching', teaching_use: 'whole_work' },
      undefined,
      ['whole_work_taken'],
    ],
    [
      'not sure, no paper',
      { maker: 'not_sure', paper_at_hand: 'none' },
      undefined,
      ['maker_unknown', 'no_paper'],
    ],
    [
      'not sure, with a paper',
      { maker: 'not_sure', paper_at_hand: 'assignment', assignment_paper: 'decision' },
      'employment',
      ['maker_unknown'],
    ],
  ])('of %s', (_what, answers, basis, questions) => {
    expect(of(answers).basis).toBe(basis);
    expect(asked(answers)).toEqual(questions);
  });

  it('takes an owner back that the contract says is another', () => {
    expect(of({ maker: 'commissioned' }).values.owner).toEqual({ kind: 'state_agency' });
    expect(
      of({ maker: 'commissioned', contract_says: 'maker_keeps' }).values.owner,
    ).toBeUndefined();
  });
});

describe('what follows', () => {
  it('is a record that only waits for what an officer must write', () => {
    const outcome = of({ ...staff, ...tail });
    expect(outcome.complete).toBe(true);
    expect(outcome.values).toEqual({
      basis: 'employment',
      owner: { kind: 'state_agency' },
      scope: ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
      workType: 'text',
      portraitConsent: 'not_needed',
      ai: { use: 'none' },
      published: 'no',
    });
    expect(outcome.papers).toEqual([
      { kinds: ['assignment_decision'], demanded: ['date'], expected: ['number'] },
    ]);
    expect(outcome.demanded).toEqual([
      'rights.evidence',
      'rights.title',
      'rights.owner.name',
      'rights.creditLine',
      'rights.evidence.*.date',
      'rights.licence',
    ]);
  });

  it('asks for every paper: of the right, and of the people shown', () => {
    const outcome = of({ ...staff, ...tail, people: 'children', children_consent: 'both' });
    expect(outcome.values.portraitConsent).toBe('obtained');
    expect(outcome.papers.map(({ kinds }) => kinds)).toEqual([
      ['assignment_decision'],
      ['portrait_consent'],
    ]);
  });

  it('names the years that a term is calculated from', () => {
    const { demanded } = of({ maker: 'old_work', why_free: 'author_died' });
    expect(demanded).toEqual(
      expect.arrayContaining(['rights.authors', 'rights.country', 'rights.firstPublishedYear']),
    );
  });

  it('leaves the narrower licences of a narrow grant', () => {
    const grant = {
      maker: 'outsider',
      permission_form: 'letter',
      granted_rights: ['reproduce', 'communicate_to_public'],
      pass_on: 'yes',
      granted_until: 'no_end',
    };
    expect(remaining({ ...grant, granted_where: 'worldwide' })).toContain('CC-BY-ND-4.0');
    expect(remaining({ ...grant, granted_where: 'worldwide' })).not.toContain('CC-BY-4.0');
    expect(remaining({ ...grant, granted_where: 'hanoi' })).not.toContain('CC-BY-ND-4.0');
    const { excluded } = of({ ...grant, granted_where: 'worldwide' }).licences;
    expect(excluded.find(({ licence }) => licence.code === 'CC-BY-4.0')?.reasons[0]).toMatchObject({
      code: 'licence_too_broad',
      params: { excess: { codes: ['derive'] } },
    });
  });

  it('keeps the licence of a source that is used as it is', () => {
    const source = { maker: 'open_source', source_licence: 'cc_by_nc', source_changed: 'no' };
    expect(of(source).licence).toBe('CC-BY-NC-4.0');
    expect(remaining(source)).toEqual(['CC-BY-NC-4.0']);
  });

  it('makes a changed source a component, and leaves what its licence allows an adapter', () => {
    const changed = { maker: 'open_source', source_licence: 'cc_by_sa', source_changed: 'yes' };
    expect(of(changed).licence).toBeUndefined();
    expect(of(changed).intendedUse).toEqual(['open_digital', 'adapt']);
    expect(of(changed).components).toEqual([
      { kind: 'adapted_source', answers: { source: 'open_source', source_licence: 'cc_by_sa' } },
    ]);
    expect(remaining(changed)).toEqual(['CC-BY-SA-4.0']);
    expect(remaining({ ...changed, source_licence: 'cc_by_nd' })).toEqual([]);
  });

  it('makes what staff translated of others an adaptation, open to all, with its source inside', () => {
    const translated = { ...staff, ...tail, others_work: ['adapted'] };
    expect(of(translated).intendedUse).toEqual(['open_digital', 'adapt']);
    expect(of(translated).components).toEqual([{ kind: 'adapted_source', answers: {} }]);
    const source = { source: 'open_source', source_licence: 'cc_by_sa' };
    expect(remaining(translated, { components: [source] })).toEqual(['CC-BY-SA-4.0']);
    const noChanges = { ...source, source_licence: 'cc_by_nd' };
    expect(remaining(translated, { components: [noChanges] })).toEqual([]);
  });

  it('asks for a source that two answers name once, with the licence already told', () => {
    const changed = { maker: 'open_source', source_licence: 'cc_by_sa', source_changed: 'yes' };
    const { components } = of({
      ...changed,
      assignment_paper: 'decision',
      ...tail,
      others_work: ['adapted'],
    });
    expect(components).toEqual([
      { kind: 'adapted_source', answers: { source: 'open_source', source_licence: 'cc_by_sa' } },
    ]);
  });

  it('restricts the whole to viewing by an accessible copy inside', () => {
    const copy = { source: 'accessible_copy', accessible_for: 'disabled_people' };
    const inside = of({ ...staff, ...tail, others_work: ['excerpts'] }, { components: [copy] });
    expect(inside).toMatchObject({ restricted: true, intendedUse: ['named_portals'] });
  });

  it('binds the whole by what its components allow', () => {
    const whole = { ...staff, ...tail, others_work: ['pictures', 'music'] };
    expect(of(whole).components.map(({ kind }) => kind)).toEqual(['picture', 'music']);
    const picture = { source: 'open_source', source_licence: 'cc_by_nc' };
    expect(remaining(whole, { components: [picture] })).not.toContain('CC-BY-4.0');
    expect(remaining(whole, { components: [picture] })).toContain('CC-BY-NC-4.0');
    const excerpt = { source: 'teaching', teaching_use: 'excerpt' };
    expect(of(whole, { components: [excerpt] })).toMatchObject({
      restricted: true,
      intendedUse: ['named_portals'],
    });
    expect(remaining(whole, { components: [excerpt] })).toContain('HN-XEM');
    expect(remaining(whole, { components: [excerpt] })).not.toContain('HN-NOI-BO');
  });

  it('leaves output of AI alone CC0 and the mark', () => {
    expect(remaining({ ...staff, ...tail, ai: 'alone' })).toEqual(['CC0-1.0', 'CC-PDM-1.0']);
  });

  it('hands each question over once, with its field and where it came from', () => {
    expect(
      of({ ...staff, ...tail, people: 'adults', adults_consent: 'not_sure' }).questionsForEditor,
    ).toEqual([
      { code: 'consent_unclear', field: 'rights.portraitConsent', question: 'adults_consent' },
    ]);
  });
});
