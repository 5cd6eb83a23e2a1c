/** Grades by identifier: 3 what was meant, 2 useful, 1 touches on it; not listed is 0. */
export type Grades = Record<string, number>;

const gain = (grade: number, at: number): number => (2 ** grade - 1) / Math.log2(at + 2);
const sum = (grades: number[]): number =>
  grades.reduce((total, grade, at) => total + gain(grade, at), 0);

/**
 * Normalised discounted cumulative gain of the first `depth` answers, from 0 to 1: gain 2^grade − 1,
 * discounted by log2, against the best order of all that was judged (Järvelin and Kekäläinen 2002, in
 * the form of Burges et al. 2005). 1 when nothing is relevant.
 */
export function ndcg(found: string[], grades: Grades, depth = 10): number {
  const best = Object.values(grades)
    .sort((a, b) => b - a)
    .slice(0, depth);
  const ideal = sum(best);
  if (ideal === 0) return 1;
  return sum(found.slice(0, depth).map((identifier) => grades[identifier] ?? 0)) / ideal;
}
