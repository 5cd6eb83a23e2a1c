/** Says "more than one code": they are in a map beside. Codes are numbered from 1; 0 is none. */
const SEVERAL = 0xffff;

/** The codes of one facet field for every document, as small numbers in memory. */
export interface FacetColumn {
  set(id: number, codes: string[]): void;
  /** Lets pass what has any of the codes. */
  filter(codes: string[]): (id: number) => boolean;
  /** Codes by how many of the ids have them that `own` or 0 stands for in `missed`. */
  count(missed: Uint8Array, own: number): { code: string; count: number }[];
}

export function createFacetColumn(): FacetColumn {
  let first = new Uint16Array(1024);
  const several = new Map<number, number[]>();
  const numbers = new Map<string, number>();
  const codes: string[] = [''];

  function numberOf(code: string): number {
    let number = numbers.get(code);
    if (number === undefined) {
      // A facet with 65,000 codes is no facet; the last ones share a number.
      number = Math.min(codes.length, SEVERAL - 1);
      codes[number] = code;
      numbers.set(code, number);
    }
    return number;
  }

  return {
    set(id, values) {
      if (id >= first.length) {
        const grown = new Uint16Array(Math.max(id + 1, first.length * 2));
        grown.set(first);
        first = grown;
      }
      const own = [...new Set(values)].map(numberOf);
      if (own.length > 1) several.set(id, own);
      else several.delete(id);
      first[id] = own.length > 1 ? SEVERAL : (own[0] ?? 0);
    },
    filter(wanted) {
      const allowed = new Uint8Array(codes.length);
      for (const code of wanted) {
        const number = numbers.get(code);
        if (number !== undefined) allowed[number] = 1;
      }
      return (id) => {
        const number = first[id] ?? 0;
        if (number !== SEVERAL) return allowed[number] === 1;
        return several.get(id)?.some((own) => allowed[own] === 1) ?? false;
      };
    },
    count(missed, own) {
      const counts = new Uint32Array(SEVERAL + 1);
      const end = Math.min(first.length, missed.length);
      for (let id = 0; id < end; id += 1) {
        const by = missed[id];
        if (by !== 0 && by !== own) continue;
        const number = first[id] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
        if (number === SEVERAL) several.get(id)?.forEach((one) => { counts[one] = (counts[one] ?? 0) + 1; }); // prettier-ignore
      }
      return codes
        .map((code, number) => ({ code, count: number === 0 ? 0 : (counts[number] ?? 0) }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    },
  };
}
