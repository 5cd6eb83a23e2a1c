import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifest';
import { otherSets } from './other-sets';

const holding = (counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).map(([name, records]) => [name, { records }]),
  ) as unknown as Manifest['records'];

describe('the sets of records of a backup', () => {
  it('fit when they are ours, and when one that we do not know is empty', () => {
    expect(otherSets(holding({ users: 3, terms: 0 }), ['users', 'terms'])).toBeUndefined();
    expect(otherSets(holding({ users: 3, later: 0 }), ['users'])).toBeUndefined();
  });

  it('do not fit when one of ours is missing, named', () => {
    expect(otherSets(holding({ users: 3 }), ['users', 'terms'])).toContain('terms');
  });

  it('do not fit when records of one that we do not know would be lost, named', () => {
    expect(otherSets(holding({ users: 3, later: 1 }), ['users'])).toContain('later');
  });
});
