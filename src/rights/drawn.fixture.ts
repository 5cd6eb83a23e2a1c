import fc from 'fast-check';
import type { WorkFacts } from './protection-term';
import reference from '../../seed/reference/licences.json';
import {
  BASES,
  type Author,
  LICENCE_CONDITIONS,
  type LicenceFacts,
  PERMITS,
  PUBLISHED,
  type RightsRecord,
  SCOPES,
  TERRITORIES,
  WORK_TYPES,
} from './types';

/** Facts drawn at random, for what holds of all of them. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const year = fc.integer({ min: 1850, max: 2030 });
const date = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10));

/** A day in Hanoi: from now to when nearly all is free. */
export const drawnDay = date('2026-01-01', '2160-12-31');
/** A day of a grant or of a sweep, near enough to meet others. */
export const drawnNearDay = date('2026-01-01', '2028-12-31');

const life: fc.Arbitrary<Author> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ born: maybe(year), died: year }) },
  fc.constant({ living: true }),
  fc.constant({}),
);
const nationality = fc.oneof(
  { weight: 9, arbitrary: fc.constant('VN') },
  fc.constantFrom('FR', ''),
);

/** Authors with their real names. */
export const drawnAuthors = fc.array(
  fc.tuple(life, nationality, fc.nat(99)).map(([known, of, number]) => ({
    ...known,
    name: `Tác giả ${String(number)}`,
    nationality: of,
  })),
  { minLength: 1, maxLength: 4 },
);

/** A work whose authors are named, or nobody is. */
export const drawnWork: fc.Arbitrary<WorkFacts> = fc
  .record({
    workType: maybe(fc.constantFrom(...WORK_TYPES)),
    authors: drawnAuthors,
    anonymous: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    fixedYear: maybe(year),
    published: maybe(fc.constantFrom(...PUBLISHED)),
    firstPublishedYear: maybe(year),
    country: nationality,
    basis: maybe(fc.constantFrom(...BASES.filter((basis) => basis !== 'official_document'))),
  })
  .map((work) => (work.anonymous ? { ...work, authors: [] } : work));

const shipped = fc.constantFrom(...(reference.items as LicenceFacts[]));
const ofOurOwn: fc.Arbitrary<LicenceFacts> = fc.record({
  code: fc.constant('HN-KHAC'),
  version: fc.constant(1),
  kind: fc.constant('local' as const),
  permits: fc.subarray([...PERMITS]),
  conditions: maybe(fc.subarray([...LICENCE_CONDITIONS])),
  reservedForPortals: fc.boolean(),
});
/** A Creative Commons licence that is not on the chart, as an older version is. */
const older = shipped
  .filter(({ kind }) => kind === 'creative_commons')
  .map((licence) => ({ ...licence, code: licence.code.replace('4.0', '3.0') }));

export const drawnLicence = fc.oneof({ weight: 3, arbitrary: shipped }, ofOurOwn, older);
export const drawnCode = shipped.map(({ code }) => code);

/** What was granted, with the days of the grant. */
export const drawnGrant: fc.Arbitrary<RightsRecord> = fc.record({
  basis: fc.constantFrom(...BASES),
  scope: fc.subarray([...SCOPES], { minLength: 1 }),
  sublicence: fc.boolean(),
  territory: fc.constantFrom(...TERRITORIES),
  termTo: maybe(drawnNearDay),
  nextReview: maybe(drawnNearDay),
});
