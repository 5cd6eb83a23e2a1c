import { describe, expect, it } from 'vitest';
import { createFacetColumn } from './facet-column';

describe('facet column', () => {
  it('counts and filters documents with none, one and several codes', () => {
    const column = createFacetColumn();
    column.set(1, []);
    column.set(2, ['toan']);
    column.set(3, ['toan', 'ly', 'toan']);
    column.set(5000, ['hoa']);
    const all = new Uint8Array(5001);
    expect(column.count(all, 1)).toEqual([
      { code: 'toan', count: 2 },
      { code: 'hoa', count: 1 },
      { code: 'ly', count: 1 },
    ]);
    // Out by another field's filter, and by its own, which does not count.
    all[2] = 7;
    all[3] = 1;
    expect(column.count(all, 1).find(({ code }) => code === 'toan')).toMatchObject({ count: 1 });
    const passes = column.filter(['ly', 'hoa', 'unknown']);
    expect([1, 2, 3, 5000].filter(passes)).toEqual([3, 5000]);
    expect([1, 2, 3, 5000].filter(column.filter(['unknown']))).toEqual([]);
  });

  it('forgets what a document had before', () => {
    const column = createFacetColumn();
    column.set(1, ['toan', 'ly']);
    column.set(1, ['ly']);
    expect(column.filter(['toan'])(1)).toBe(false);
    expect(column.filter(['ly'])(1)).toBe(true);
  });
});
