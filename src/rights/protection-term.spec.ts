import { describe, expect, it } from 'vitest';
import { type WorkFacts, protectionTerm } from './protection-term';
import type { Author, TermOutcome } from './types';

const TODAY = '2026-11-25';
const vn = (author: Author = {}): Author => ({ name: 'Nguyễn An', nationality: 'VN', ...author });
const text = (work: WorkFacts = {}): WorkFacts => ({
  workType: 'text',
  country: 'VN',
  basis: 'public_domain',
  published: 'yes',
  firstPublishedYear: 1950,
  authors: [vn({ died: 1960 })],
  ...work,
});
const photo = (work: WorkFacts = {}): WorkFacts => ({
  ...text(),
  workType: 'photograph',
  authors: [vn()],
  fixedYear: 1990,
  firstPublishedYear: 2000,
  ...work,
});
const unnamed = (work: WorkFacts = {}): WorkFacts =>
  text({ anonymous: true, authors: [], firstPublishedYear: 1980, ...work });

type Row = [
  what: string,
  work: WorkFacts,
  outcome: TermOutcome,
  lastDay: string | null,
  code: string,
];

describe('the term of protection', () => {
  it.each<Row>([
    // fifty years after the death of the last surviving author
    ['a text whose author died in 1960', text(), 'public_domain', '2010-12-31', 'from_death'],
    [
      'a text whose author died in 1990',
      text({ authors: [vn({ died: 1990 })] }),
      'protected',
      '2040-12-31',
      'runs_until',
    ],
    [
      'co-authors: the last to die counts',
      text({ authors: [vn({ died: 1950 }), vn({ died: 1980 })] }),
      'protected',
      '2030-12-31',
      'last_death',
    ],
    [
      'a living author',
      text({ authors: [vn({ living: true })] }),
      'protected',
      null,
      'author_living',
    ],
    [
      'a living co-author beside a dead one',
      text({ authors: [vn({ died: 1950 }), vn({ living: true })] }),
      'protected',
      null,
      'author_living',
    ],
    [
      'an author of whom nothing is known',
      text({ authors: [vn()] }),
      'undetermined',
      null,
      'death_unknown',
    ],
    [
      'one co-author unknown, however long the other is dead',
      text({ authors: [vn({ died: 1900 }), vn()] }),
      'undetermined',
      null,
      'death_unknown',
    ],
    [
      'one co-author unknown, the other living',
      text({ authors: [vn({ living: true }), vn()] }),
      'undetermined',
      null,
      'death_unknown',
    ],
    [
      'an owner that is a State body changes nothing',
      text({ basis: 'employment', authors: [vn({ died: 1990 })] }),
      'protected',
      '2040-12-31',
      'from_death',
    ],
    [
      'never published, author dead',
      text({ published: 'no', firstPublishedYear: null }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    [
      'published in the year of death',
      text({ firstPublishedYear: 1960 }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    [
      'published after the death',
      text({ firstPublishedYear: 1961 }),
      'manual_review',
      null,
      'posthumous',
    ],
    [
      'never published, with a year after the death left over from before',
      text({ published: 'no', firstPublishedYear: 1961 }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    [
      'published between two deaths',
      text({ authors: [vn({ died: 1940 }), vn({ died: 1960 })] }),
      'public_domain',
      '2010-12-31',
      'last_death',
    ],
    [
      'a photograph published after the death',
      photo({ authors: [vn({ died: 1995 })] }),
      'manual_review',
      null,
      'posthumous',
    ],
    // publication unknown
    [
      'publication unknown',
      text({ published: 'unknown' }),
      'undetermined',
      null,
      'publication_unknown',
    ],
    [
      'publication not stated',
      text({ published: null }),
      'undetermined',
      null,
      'publication_unknown',
    ],
    [
      'published, without a year',
      text({ firstPublishedYear: null }),
      'undetermined',
      null,
      'publication_year_missing',
    ],
    [
      'a living author, publication unknown',
      text({ published: 'unknown', authors: [vn({ living: true })] }),
      'protected',
      null,
      'author_living',
    ],
    [
      'a photograph, publication unknown',
      photo({ published: 'unknown' }),
      'undetermined',
      null,
      'publication_unknown',
    ],
    [
      'a film published, without a year',
      photo({ workType: 'film', firstPublishedYear: null }),
      'undetermined',
      null,
      'publication_year_missing',
    ],
    // seventy-five years from publication, a hundred from fixation
    [
      'a photograph published within 25 years',
      photo(),
      'protected',
      '2075-12-31',
      'from_publication',
    ],
    ['a film', photo({ workType: 'film' }), 'protected', '2075-12-31', 'from_publication'],
    [
      'applied art',
      photo({ workType: 'applied_art' }),
      'protected',
      '2075-12-31',
      'from_publication',
    ],
    [
      'published in the 25th calendar year',
      photo({ firstPublishedYear: 2015 }),
      'protected',
      '2090-12-31',
      'from_publication',
    ],
    [
      'published in the year in which it was made',
      photo({ fixedYear: 2000 }),
      'protected',
      '2075-12-31',
      'from_publication',
    ],
    [
      'made and published this year',
      photo({ fixedYear: 2026, firstPublishedYear: 2026 }),
      'protected',
      '2101-12-31',
      'from_publication',
    ],
    [
      'published in the 26th calendar year',
      photo({ firstPublishedYear: 2016 }),
      'protected',
      '2090-12-31',
      'published_late',
    ],
    [
      'published late, a hundred years over',
      photo({ fixedYear: 1925, firstPublishedYear: 1990 }),
      'public_domain',
      '2025-12-31',
      'from_fixation',
    ],
    [
      'year of fixation unknown: the latest possible end',
      photo({ fixedYear: null }),
      'protected',
      '2075-12-31',
      'fixation_assumed',
    ],
    [
      'published in 1960',
      photo({ fixedYear: 1955, firstPublishedYear: 1960 }),
      'protected',
      '2035-12-31',
      'from_publication',
    ],
    [
      'published in 1959',
      photo({ fixedYear: 1955, firstPublishedYear: 1959 }),
      'manual_review',
      null,
      'published_long_ago',
    ],
    [
      'published before 1960 but after its 25 years',
      photo({ fixedYear: 1920, firstPublishedYear: 1950 }),
      'manual_review',
      null,
      'published_long_ago',
    ],
    [
      'never published, 25 years over',
      photo({ published: 'no', firstPublishedYear: null }),
      'protected',
      '2090-12-31',
      'never_published',
    ],
    [
      'never published, a hundred years over',
      photo({ published: 'no', fixedYear: 1925, firstPublishedYear: null }),
      'public_domain',
      '2025-12-31',
      'from_fixation',
    ],
    [
      'never published, in its 25th calendar year',
      photo({ published: 'no', fixedYear: 2001, firstPublishedYear: null }),
      'undetermined',
      null,
      'may_still_publish',
    ],
    [
      'never published, the year after its 25th',
      photo({ published: 'no', fixedYear: 2000, firstPublishedYear: null }),
      'protected',
      '2100-12-31',
      'never_published',
    ],
    [
      'never published, fixation unknown',
      photo({ published: 'no', fixedYear: null, firstPublishedYear: null }),
      'undetermined',
      null,
      'fixation_unknown',
    ],
    [
      'never published, with a year left over from before',
      photo({ published: 'no', firstPublishedYear: 1980 }),
      'protected',
      '2090-12-31',
      'never_published',
    ],
    // anonymous and pen names
    ['anonymous', unnamed(), 'protected', '2055-12-31', 'anonymous'],
    [
      'anonymous, published long after it was written: publication counts',
      unnamed({ fixedYear: 1940 }),
      'protected',
      '2055-12-31',
      'from_publication',
    ],
    [
      'anonymous, published in 1959',
      unnamed({ firstPublishedYear: 1959 }),
      'manual_review',
      null,
      'published_long_ago',
    ],
    [
      'anonymous, never published',
      unnamed({ published: 'no', firstPublishedYear: null }),
      'undetermined',
      null,
      'anonymous_unpublished',
    ],
    [
      'anonymous, publication unknown',
      unnamed({ published: 'unknown' }),
      'undetermined',
      null,
      'publication_unknown',
    ],
    [
      'a pen name alone',
      text({ authors: [{ penName: 'Hoa Đồng Nội' }], firstPublishedYear: 1980 }),
      'protected',
      '2055-12-31',
      'pen_name_only',
    ],
    [
      'a pen name with the real name',
      text({ authors: [vn({ penName: 'Tản Đà', died: 1939 })], firstPublishedYear: 1920 }),
      'public_domain',
      '1989-12-31',
      'from_death',
    ],
    [
      'a pen name beside a real name',
      text({ authors: [vn({ died: 1900 }), { penName: 'X', nationality: 'VN' }] }),
      'undetermined',
      null,
      'death_unknown',
    ],
    ['anonymous, yet named', unnamed({ authors: [vn()] }), 'undetermined', null, 'anonymous_named'],
    // foreign, or not known to be Vietnamese
    ['another country', text({ country: 'FR' }), 'manual_review', null, 'foreign_country'],
    [
      'one foreign author',
      text({ authors: [vn({ died: 1900 }), vn({ died: 1900, nationality: 'FR' })] }),
      'manual_review',
      null,
      'foreign_author',
    ],
    [
      'foreign, with a nationality left empty',
      text({ country: 'FR', authors: [vn({ nationality: '' })] }),
      'manual_review',
      null,
      'foreign_country',
    ],
    ['no country', text({ country: '' }), 'undetermined', null, 'country_missing'],
    [
      'no nationality',
      text({ authors: [vn({ died: 1900, nationality: null })] }),
      'undetermined',
      null,
      'nationality_missing',
    ],
    ['Vietnam written out', text({ country: 'Việt Nam' }), 'public_domain', '2010-12-31', 'ended'],
    // to a person, or no protection at all
    ['a recording', text({ workType: 'recording' }), 'manual_review', null, 'related_right'],
    ['a performance', text({ workType: 'performance' }), 'manual_review', null, 'related_right'],
    [
      'an official document',
      text({ basis: 'official_document' }),
      'not_protected',
      null,
      'official_document',
    ],
    ['made by AI alone', text({ ai: { use: 'generated' } }), 'not_protected', null, 'ai_generated'],
    [
      'made with the help of AI',
      text({ ai: { use: 'assisted' } }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    // what is not there, or can't be
    ['no type of work', text({ workType: null }), 'undetermined', null, 'work_type_missing'],
    ['no authors', text({ authors: [] }), 'undetermined', null, 'authors_missing'],
    [
      'an author without any name',
      text({ authors: [vn({ name: ' ' })] }),
      'undetermined',
      null,
      'author_name_missing',
    ],
    [
      'living and dead',
      text({ authors: [vn({ living: true, died: 1960 })] }),
      'undetermined',
      null,
      'life_contradicts',
    ],
    [
      'dead before being born',
      text({ authors: [vn({ born: 1970, died: 1960 })] }),
      'undetermined',
      null,
      'life_contradicts',
    ],
    [
      'born before the death',
      text({ authors: [vn({ born: 1900, died: 1960 })] }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    [
      'born and dead in the same year',
      text({ authors: [vn({ born: 1960, died: 1960 })] }),
      'public_domain',
      '2010-12-31',
      'from_death',
    ],
    [
      'a death this year',
      text({ authors: [vn({ died: 2026 })] }),
      'protected',
      '2076-12-31',
      'from_death',
    ],
    [
      'a death still to come',
      text({ authors: [vn({ died: 2027 })] }),
      'undetermined',
      null,
      'year_in_future',
    ],
    [
      'published before it was made',
      photo({ fixedYear: 2001 }),
      'undetermined',
      null,
      'published_before_fixed',
    ],
  ])('%s', (_what, work, outcome, lastDay, code) => {
    const term = protectionTerm(work, TODAY);
    expect(term).toMatchObject({ outcome, lastDay });
    expect(term.reasoning.map((s) => s.code)).toContain(code);
  });

  it('protects through 31 December and frees on 1 January', () => {
    const work = text({ authors: [vn({ died: 1976 })] });
    expect(protectionTerm(work, '2026-12-31').outcome).toBe('protected');
    expect(protectionTerm(work, '2027-01-01').outcome).toBe('public_domain');
  });

  it('closes the 25 years after their last 31 December', () => {
    const work = photo({ published: 'no', fixedYear: 2001, firstPublishedYear: null });
    expect(protectionTerm(work, '2026-12-31').outcome).toBe('undetermined');
    expect(protectionTerm(work, '2027-01-01')).toMatchObject({
      outcome: 'protected',
      lastDay: '2101-12-31',
    });
  });

  it('names everything that is missing at once', () => {
    const term = protectionTerm(
      text({ country: null, authors: [vn({ nationality: null })] }),
      TODAY,
    );
    expect(term.reasoning.map((s) => s.code)).toEqual(['country_missing', 'nationality_missing']);
  });

  it.each<[string, WorkFacts, string, string]>([
    ['by the real name', text({ authors: [vn()] }), 'death_unknown', 'Nguyễn An'],
    [
      'by the real name, where there is a pen name too',
      text({ authors: [vn({ name: ' Nguyễn Khắc Hiếu ', penName: 'Tản Đà' })] }),
      'death_unknown',
      'Nguyễn Khắc Hiếu',
    ],
    [
      'by the pen name, where there is no other',
      text({ authors: [vn({ died: 1900 }), { penName: 'Tản Đà', nationality: 'VN' }] }),
      'death_unknown',
      'Tản Đà',
    ],
    [
      'by a question mark, where there is none',
      text({ authors: [{ nationality: 'FR' }] }),
      'foreign_author',
      '?',
    ],
  ])('names the author it speaks of %s', (_how, work, code, name) => {
    expect(protectionTerm(work, TODAY).reasoning).toContainEqual({ code, params: { name } });
  });

  it('supposes nothing of when an anonymous text was written', () => {
    expect(protectionTerm(unnamed(), TODAY).reasoning.map((s) => s.code)).toEqual([
      'anonymous',
      'from_publication',
      'runs_until',
    ]);
  });

  it('shows its reasoning line by line, and by which rules', () => {
    const term = protectionTerm(photo({ firstPublishedYear: 2016 }), TODAY);
    expect(term.reasoning).toEqual([
      { code: 'published_late', params: { year: 2016, date: '2015-12-31' } },
      { code: 'from_fixation', params: { year: 1990 } },
      { code: 'runs_until', params: { date: '2090-12-31' } },
    ]);
    expect(term.ruleVersion).toBe('2026.1');
  });
});
