import { describe, expect, it } from 'vitest';
import { expiry } from './expiry';
import type { RightsRecord } from './types';

describe('expiry', () => {
  it.each<[string, RightsRecord, RightsRecord[], string | null, string | undefined]>([
    ['the day after the last day', { termTo: '2026-12-31' }, [], '2027-01-01', 'rights.termTo'],
    ['never, without a term', {}, [{}], null, undefined],
    [
      'by the component that ends first',
      { termTo: '2027-06-30' },
      [{}, { termTo: '2026-02-28' }],
      '2026-03-01',
      'rights.components.1.termTo',
    ],
    [
      'by the whole when both end together',
      { termTo: '2026-06-30' },
      [{ termTo: '2026-06-30' }],
      '2026-07-01',
      'rights.termTo',
    ],
    ['never for a review date', { nextReview: '2026-01-01' }, [], null, undefined],
    ['not by a date that is none', { termTo: 'mai' }, [], null, undefined],
  ])('falls %s', (_what, record, components, day, field) => {
    const end = expiry({ record, components });
    expect(end?.day ?? null).toBe(day);
    expect(end?.field).toBe(field);
  });
});
