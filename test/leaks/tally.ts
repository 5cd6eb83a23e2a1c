import type { Actor } from './people';

/** What the matrix has looked at, for its last line. */
export const tally = { cells: 0, controls: 0 };

/** One question about one material. */
export interface Probe {
  address: string;
  method?: 'GET' | 'POST';
  body?: unknown;
  /** Whether those who may see the material see its canary in the answer; usually they do. */
  shows?: boolean | ((actor: Actor) => boolean);
  /** How many documents are counted for those who may see it. */
  counts?: number;
  /** Would change something: asked only by those who may not see the material. */
  blind?: true;
}

/** One cell: nobody reads the canary but those who are to, and they do. Says what is wrong. */
export function judge(input: {
  where: string;
  text: string;
  canary: string;
  expected: 'shown' | 'hidden';
}): string[] {
  const { where, text, canary, expected } = input;
  const seen = text.includes(canary);
  tally.cells += 1;
  if (expected === 'shown') tally.controls += 1;
  if (seen && expected === 'hidden') return [`LEAK ${where}`];
  if (!seen && expected === 'shown') return [`hidden from who may see it: ${where}`];
  return [];
}
