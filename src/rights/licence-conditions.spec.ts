import { describe, expect, it } from 'vitest';
import {
  TODAY,
  licensed,
  officialDocument,
  openSource,
  record,
  teaching,
} from './clearance.fixture';
import {
  type LicenceInput,
  componentName,
  licenceConditions,
  possibleLicences,
} from './licence-conditions';
import { CC_CODES, licence } from './licences.fixture';

const offered = [...CC_CODES, 'InC', 'HN-NOI-BO', 'HN-XEM'].map(licence);
const proposed = (changes: Partial<LicenceInput> = {}) =>
  possibleLicences({
    licences: offered,
    record: record(),
    components: [],
    componentLicences: [],
    intendedUse: ['open_digital'],
    today: TODAY,
    ...changes,
  }).map(({ code }) => code);

describe('the licences proposed', () => {
  it.each<[string, Partial<LicenceInput>, string[]]>([
    [
      'a grant without adaptation',
      { record: licensed({ scope: ['reproduce', 'communicate_to_public'] }) },
      ['CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0', 'InC', 'HN-NOI-BO', 'HN-XEM'],
    ],
    [
      'a grant for a time',
      { record: licensed({ termTo: '2030-01-01' }) },
      ['InC', 'HN-NOI-BO', 'HN-XEM'],
    ],
    ['an exception', { record: teaching(), intendedUse: ['named_portals'] }, ['InC', 'HN-XEM']],
    ['AI alone', { record: record({ ai: { use: 'generated' } }) }, ['CC0-1.0', 'CC-PDM-1.0']],
    [
      'an adaptation of BY-SA',
      {
        components: [openSource()],
        componentLicences: [licence('CC-BY-SA-4.0')],
        intendedUse: ['adapt'],
      },
      ['CC-BY-SA-4.0'],
    ],
    [
      'an adaptation of BY-SA and BY-NC',
      {
        components: [openSource(), openSource()],
        componentLicences: [licence('CC-BY-SA-4.0'), licence('CC-BY-NC-4.0')],
        intendedUse: ['adapt'],
      },
      [],
    ],
    [
      'a collection with a BY-NC item',
      { components: [openSource()], componentLicences: [licence('CC-BY-NC-4.0')] },
      ['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0', 'InC', 'HN-NOI-BO', 'HN-XEM'],
    ],
  ])('for %s', (_what, changes, codes) => {
    expect(proposed(changes)).toEqual(codes);
  });

  it('offer the mark of an official document that is adapted', () => {
    const adapted = { record: officialDocument(), intendedUse: ['adapt' as const] };
    expect(proposed(adapted)).toContain('CC-PDM-1.0');
    const source = { components: [openSource()], componentLicences: [licence('CC0-1.0')] };
    expect(proposed({ ...adapted, ...source })).not.toContain('CC-PDM-1.0');
  });

  it('offer the mark only for what is free', () => {
    expect(proposed({ record: officialDocument() })).toContain('CC-PDM-1.0');
    expect(proposed()).not.toContain('CC-PDM-1.0');
  });
});

describe('what states that a work is free', () => {
  const judged = (code: string, kind: 'local' | 'rights_statement') =>
    licenceConditions({
      record: record(),
      licence: { ...licence('HN-XEM'), code, kind },
      components: [],
      componentLicences: [],
      intendedUse: ['open_digital'],
      today: TODAY,
    }).map((reason) => reason.code);

  it('is a rights statement, not a licence of our own with a name like one', () => {
    expect(judged('NoC-NC', 'rights_statement')).toEqual(['statement_untrue']);
    expect(judged('InC', 'rights_statement')).toEqual([]);
    expect(judged('NoCopy-HN', 'local')).toEqual([]);
  });
});

describe('a component is called', () => {
  it.each([
    ['by its name', { component: ' Ảnh trang 4 ', title: { vi: 'Hồ Gươm' } }, 'Ảnh trang 4'],
    ['by its title, without a name', { component: ' ', title: { vi: 'Hồ Gươm' } }, 'Hồ Gươm'],
    ['by its place, without either', { title: { en: 'The lake' } }, '3'],
  ])('%s', (_how, component, name) => {
    expect(componentName(component, 2)).toBe(name);
  });
});
