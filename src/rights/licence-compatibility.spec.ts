import { describe, expect, it } from 'vitest';
import reference from '../../seed/reference/licences.json';
import chart from './data/creative-commons.json';
import {
  adapterLicences,
  grantExcess,
  isCharted,
  isWorldwide,
  licenceExcess,
  mayLicenseAdaptation,
} from './licence-compatibility';
import { CC_CODES, licence } from './licences.fixture';
import {
  LICENCE_CONDITIONS,
  LICENCE_KINDS,
  type LicenceFacts,
  PERMITS,
  type RightsRecord,
} from './types';

const short = (codes: string[]) =>
  codes.map((code) => code.replace(/^CC-?/, '').replace(/-\d\.\d$/, '')).sort();

describe('adapting', () => {
  it.each([
    [['CC-BY-4.0'], ['BY', 'BY-NC', 'BY-NC-ND', 'BY-NC-SA', 'BY-ND', 'BY-SA']],
    [['CC-BY-SA-4.0'], ['BY-SA']],
    [['CC-BY-NC-4.0'], ['BY-NC', 'BY-NC-ND', 'BY-NC-SA']],
    [['CC-BY-NC-SA-4.0'], ['BY-NC-SA']],
    [['CC-BY-ND-4.0'], []],
    [['CC-BY-NC-ND-4.0'], []],
    [['CC0-1.0'], ['0', 'BY', 'BY-NC', 'BY-NC-ND', 'BY-NC-SA', 'BY-ND', 'BY-SA']],
    [['CC-PDM-1.0'], ['0', 'BY', 'BY-NC', 'BY-NC-ND', 'BY-NC-SA', 'BY-ND', 'BY-SA']],
    [
      ['CC-BY-4.0', 'CC-BY-NC-4.0'],
      ['BY-NC', 'BY-NC-ND', 'BY-NC-SA'],
    ],
    [['CC-BY-SA-4.0', 'CC-BY-NC-4.0'], []],
    [['CC-BY-4.0', 'CC-BY-ND-4.0'], []],
    [['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'], ['BY-NC-SA']],
  ])('%j leaves %j', (sources, expected) => {
    expect(short(adapterLicences(sources))).toEqual(expected);
  });

  it('never gives the public domain mark', () => {
    for (const source of CC_CODES)
      expect(mayLicenseAdaptation(licence('CC-PDM-1.0'), [source])).toBe(false);
  });

  it('lets a local licence stand only on what is free', () => {
    const internal = licence('HN-NOI-BO');
    expect(mayLicenseAdaptation(internal, ['CC0-1.0'])).toBe(true);
    expect(mayLicenseAdaptation(internal, ['CC-BY-4.0'])).toBe(false);
    expect(mayLicenseAdaptation(internal, [])).toBe(true);
  });

  it('of nobody else’s work binds no licence, nor the mark of a work that is free', () => {
    for (const code of [...CC_CODES, 'InC', 'HN-NOI-BO'])
      expect(mayLicenseAdaptation(licence(code), [])).toBe(true);
  });

  it('is charted for the suite alone', () => {
    for (const code of CC_CODES) expect(isCharted(licence(code))).toBe(true);
    for (const code of ['InC', 'NoC-NC', 'HN-NOI-BO']) expect(isCharted(licence(code))).toBe(false);
  });
});

describe('an unmodified collection', () => {
  it.each([
    ['CC-BY-4.0', 'CC-BY-4.0', []],
    ['CC-BY-4.0', 'CC-BY-NC-4.0', ['commercial']],
    ['CC-BY-4.0', 'CC-BY-SA-4.0', ['share_alike']],
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0', []],
    ['CC-BY-SA-4.0', 'CC-BY-4.0', []],
    ['CC-BY-4.0', 'CC-BY-ND-4.0', ['derive']],
    ['CC-BY-ND-4.0', 'CC-BY-SA-4.0', []],
    ['CC-BY-NC-4.0', 'CC-BY-4.0', []],
    ['CC0-1.0', 'CC-BY-NC-ND-4.0', ['derive', 'commercial', 'attribution']],
    ['CC0-1.0', 'CC-BY-4.0', ['attribution']],
    ['CC0-1.0', 'CC-PDM-1.0', []],
    ['InC', 'CC-BY-4.0', []],
    ['CC-BY-4.0', 'CC0-1.0', []],
    ['CC-BY-4.0', 'InC', ['reproduce', 'communicate_to_public', 'derive', 'commercial']],
    ['InC', 'HN-NOI-BO', ['named_portals']],
    ['HN-NOI-BO', 'CC-BY-NC-4.0', []],
    ['HN-NOI-BO', 'HN-NOI-BO', []],
    ['HN-XEM', 'HN-NOI-BO', []],
  ])('under %s with an item under %s reaches too far in %j', (whole, part, excess) => {
    expect(licenceExcess(licence(whole), licence(part))).toEqual(excess);
  });
});

describe('share-alike', () => {
  const by = licence('CC-BY-4.0');
  const asksIt: LicenceFacts = {
    ...licence('HN-NOI-BO'),
    code: 'HN-CHIA-SE',
    permits: [...PERMITS],
    conditions: ['attribution', 'share_alike'],
    reservedForPortals: false,
  };
  const unsaid: LicenceFacts = { ...licence('CC-BY-SA-4.0'), conditions: ['attribution'] };

  it.each<[string, LicenceFacts]>([
    ['a licence of our own that asks it', asksIt],
    ['a Creative Commons licence that is known by it, though its record does not say so', unsaid],
  ])('is kept for %s', (_what, part) => {
    expect(licenceExcess(by, part)).toEqual(['share_alike']);
    expect(licenceExcess(licence('CC-BY-SA-4.0'), part)).toEqual([]);
    expect(licenceExcess(part, licence('CC-BY-SA-4.0'))).toEqual([]);
  });

  it('is not asked by a licence that does not', () => {
    expect(licenceExcess(by, { ...asksIt, conditions: ['attribution'] })).toEqual([]);
  });
});

describe('a licence and its grant', () => {
  const licensed: RightsRecord = {
    basis: 'licensed',
    scope: ['reproduce', 'communicate_to_public', 'derive', 'distribute'],
    sublicence: true,
    territory: 'worldwide',
  };
  it.each<[string, string, RightsRecord, string[]]>([
    ['everything granted', 'CC-BY-4.0', licensed, []],
    [
      'no adaptation granted',
      'CC-BY-4.0',
      { ...licensed, scope: ['reproduce', 'communicate_to_public'] },
      ['derive'],
    ],
    [
      'no adaptation granted, none given',
      'CC-BY-ND-4.0',
      { ...licensed, scope: ['reproduce', 'communicate_to_public'] },
      [],
    ],
    ['no sub-licence', 'CC-BY-4.0', { ...licensed, sublicence: false }, ['sublicence']],
    ['no sub-licence, nothing passed on', 'InC', { ...licensed, sublicence: false }, []],
    ['only in Vietnam', 'CC-BY-4.0', { ...licensed, territory: 'vietnam' }, ['territory']],
    ['only in Hanoi, a local licence', 'HN-NOI-BO', { ...licensed, territory: 'hanoi' }, []],
    ['for a time', 'CC-BY-4.0', { ...licensed, termTo: '2027-12-31' }, ['term']],
    ['for a time, a local licence', 'HN-NOI-BO', { ...licensed, termTo: '2027-12-31' }, []],
    [
      'everything at once',
      'CC-BY-4.0',
      { basis: 'licensed', territory: 'hanoi', termTo: '2027-12-31' },
      ['reproduce', 'communicate_to_public', 'derive', 'sublicence', 'territory', 'term'],
    ],
    [
      'an employer needs no sub-licence',
      'CC-BY-4.0',
      { ...licensed, basis: 'employment', sublicence: false },
      [],
    ],
    ['teaching, with copies', 'HN-NOI-BO', { basis: 'teaching_exception' }, ['viewing_only']],
    ['teaching, viewing only', 'HN-XEM', { basis: 'teaching_exception' }, []],
    [
      'an accessible copy, openly',
      'CC-BY-NC-ND-4.0',
      { basis: 'accessible_copy' },
      ['viewing_only'],
    ],
    ['public domain needs no grant', 'CC-PDM-1.0', { basis: 'public_domain' }, []],
    [
      'made by AI alone needs no grant',
      'CC0-1.0',
      { basis: 'employment', ai: { use: 'generated' } },
      [],
    ],
  ])('%s: %s', (_what, code, record, excess) => {
    expect(grantExcess(licence(code), record)).toEqual(excess);
  });

  it.each(PERMITS)('%s alone is something passed on, and more than viewing', (permit) => {
    const gives = { ...licence('HN-XEM'), permits: [permit] };
    const noSublicence = { ...licensed, sublicence: false };
    expect(grantExcess(gives, noSublicence)).toEqual(['sublicence']);
    expect(grantExcess(gives, { basis: 'teaching_exception' })).toEqual(['viewing_only']);
    expect(grantExcess(licence('HN-XEM'), noSublicence)).toEqual([]);
  });

  it.each([
    [null, true],
    ['', true],
    ['worldwide', true],
    ['Toàn thế giới', true],
    ['vietnam', false],
    ['Việt Nam', false],
  ])('takes the territory %s as unlimited: %s', (territory, expected) => {
    expect(isWorldwide(territory)).toBe(expected);
  });
});

describe('the licences shipped', () => {
  it('are well-formed, told apart by code, and known to the chart when they are Creative Commons', () => {
    expect(new Set(reference.items.map((item) => item.code)).size).toBe(reference.items.length);
    for (const item of reference.items) {
      expect(LICENCE_KINDS).toContain(item.kind);
      for (const permit of item.permits) expect(PERMITS).toContain(permit);
      for (const asked of item.conditions) expect(LICENCE_CONDITIONS).toContain(asked);
    }
    expect(CC_CODES).toEqual(Object.keys(chart.family));
    expect(reference.compatibility.adapterLicence).toEqual(chart.adapterLicence);
  });
});
