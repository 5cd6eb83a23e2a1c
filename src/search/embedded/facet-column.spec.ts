import { describe, expect, it } from 'vitest';
import { createFacetColumn, NOTHING, OUT } from './facet-column';

const OWN = 1;
const OTHER = 7;
/** Every id to 5000, each at its own place. */
const ALL = Uint32Array.from({ length: 5001 }, (_, id) => id);

/** Which of the documents 0 to 5000 have one of the codes. */
function having(column: ReturnType<typeof createFacetColumn>, codes: string[]): number[] {
  const missed = new Uint8Array(ALL.length);
  column.filter(codes, ALL, missed, OWN);
  return [...ALL].filter((id) => missed[id] === NOTHING);
}

describe('facet column', () => {
  it('counts and filters documents with none, one and several codes', () => {
    const column = createFacetColumn();
    column.set(1, []);
    column.set(2, ['toan']);
    column.set(3, ['toan', 'ly', 'toan']);
    column.set(5000, ['hoa']);
    const missed = new Uint8Array(5001);
    expect(column.count(ALL, missed, OWN)).toEqual([
      { code: 'toan', count: 2 },
      { code: 'hoa', count: 1 },
      { code: 'ly', count: 1 },
    ]);
    // Out by another field's filter, and by its own, which does not count.
    missed[2] = OTHER;
    missed[3] = OWN;
    expect(column.count(ALL, missed, OWN).find(({ code }) => code === 'toan')).toMatchObject({ count: 1 }); // prettier-ignore
    expect(having(column, ['ly', 'hoa', 'unknown'])).toEqual([3, 5000]);
    expect(having(column, ['unknown'])).toEqual([]);
  });

  it('puts out what misses two filters, and leaves out what was', () => {
    const column = createFacetColumn();
    column.set(2, ['toan']);
    const missed = Uint8Array.of(OUT, OTHER, OTHER, NOTHING);
    column.filter(['toan'], Uint32Array.of(10, 11, 2, 13), missed, OWN);
    expect([...missed]).toEqual([OUT, OUT, OTHER, OWN]);
  });

  it('forgets what a document had before', () => {
    const column = createFacetColumn();
    column.set(1, ['toan', 'ly']);
    column.set(1, ['ly']);
    expect(having(column, ['toan'])).toEqual([]);
    expect(having(column, ['ly'])).toEqual([1]);
  });
});
