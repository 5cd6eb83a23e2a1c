/** The codes of one facet field for every document, as small numbers in memory. */
export interface FacetColumn {
  set(id: number, codes: string[]): void;
  /** Says in `missed`, of each id that has none of the codes, that it does not pass filter `own`. */
  filter(codes: string[], ids: Uint32Array, missed: Uint8Array, own: number): void;
  /** Codes by how many of the ids have them for which `missed` says `own` or nothing. */
  count(ids: Uint32Array, missed: Uint8Array, own: number): { code: string; count: number }[];
}

/** In `missed`, for each id of a list: it passes every filter; or it misses several. Else the one it misses. */
export const NOTHING = 0;
export const OUT = 255;

/** Parts a set of codes in a key; no code has it. */
const SIGN = '\t';

/**
 * Each different set of codes has a number, and a document that of its set: sets are few however
 * many documents there are, so counting adds one number a document and looks into no set.
 */
export function createFacetColumn(): FacetColumn {
  const sets: string[][] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  let column = new Uint32Array(1024);

  function numberOf(codes: string[]): number {
    const own = [...new Set(codes)].sort();
    const key = own.join(SIGN);
    let number = numbers.get(key);
    if (number === undefined) {
      number = sets.push(own) - 1;
      numbers.set(key, number);
    }
    return number;
  }

  return {
    set(id, codes) {
      if (id >= column.length) {
        const grown = new Uint32Array(Math.max(id + 1, column.length * 2));
        grown.set(column);
        column = grown;
      }
      column[id] = numberOf(codes);
    },
    filter(codes, ids, missed, own) {
      const wanted = new Set(codes);
      const passes = Uint8Array.from(sets, (set) => (set.some((code) => wanted.has(code)) ? 1 : 0));
      for (let at = 0; at < ids.length; at += 1) {
        if (passes[column[ids[at] ?? 0] ?? 0] === 1) continue;
        missed[at] = missed[at] === NOTHING ? own : OUT;
      }
    },
    count(ids, missed, own) {
      const bySet = new Uint32Array(sets.length);
      for (let at = 0; at < ids.length; at += 1) {
        const by = missed[at];
        if (by !== NOTHING && by !== own) continue;
        const number = column[ids[at] ?? 0] ?? 0;
        bySet[number] = (bySet[number] ?? 0) + 1;
      }
      const counts = new Map<string, number>();
      for (const [number, count] of bySet.entries()) {
        if (count === 0) continue;
        for (const code of sets[number] ?? []) counts.set(code, (counts.get(code) ?? 0) + count);
      }
      return [...counts]
        .map(([code, count]) => ({ code, count }))
        .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    },
  };
}
