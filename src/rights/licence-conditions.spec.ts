import { describe, expect, it } from 'vitest';
import {
  TODAY,
  licensed,
  officialDocument,
  openSource,
  record,
  teaching,
} from './clearance.fixture';
import { type LicenceInput, possibleLicences } from './licence-conditions';
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

  it('offer the mark only for what is free', () => {
    expect(proposed({ record: officialDocument() })).toContain('CC-PDM-1.0');
    expect(proposed()).not.toContain('CC-PDM-1.0');
  });
});
