import type { ParsedQuery, Unit } from '../query/parse-query';

/** Each doubles the questions; who types more abbreviations than this means them as typed. */
const MOST_ALTERNATIVES = 2;

/** The ways to word a query: as typed, and with each abbreviation or expansion in its place. */
export function variantsOf({ units, alternatives }: ParsedQuery): Unit[][] {
  let variants: (Unit | null)[][] = [units];
  for (const { from, to, words, form } of alternatives.slice(0, MOST_ALTERNATIVES)) {
    const reworded = variants.map((variant) =>
      variant.map((unit, at): Unit | null => {
        if (at === from) return { words, form };
        return at > from && at <= to ? null : unit;
      }),
    );
    variants = [...variants, ...reworded];
  }
  return variants.map((variant) => variant.filter((unit) => unit !== null));
}

/** The units of a query one after the other, as one; null where their forms differ. */
export function sideBySide(units: Unit[]): Unit | null {
  const [first] = units;
  if (!first || units.some(({ form }) => form !== first.form)) return null;
  return { words: units.flatMap(({ words }) => words), form: first.form };
}
