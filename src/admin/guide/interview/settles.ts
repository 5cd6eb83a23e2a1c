import type { Question } from '../../../rights/interview/types';

/** Which field a question settles: where a line of the rail leads. */
export const SETTLES: Readonly<Record<string, string>> = {
  maker: 'basis',
  source: 'basis',
  work_type: 'workType',
  granted_rights: 'scope',
  granted_where: 'territory',
  others_work: 'components',
  people: 'portraitConsent',
  ai: 'ai.use',
  published: 'published',
};

export const fieldOf = ({ id }: Question): string | undefined => SETTLES[id];

/** Fields that are asked for only after the questions. */
const AFTER = ['title', 'authors', 'owner.name', 'licence', 'creditLine', 'termTo'];

/** Every field that may still be ahead. */
export const AHEAD = [...new Set([...Object.values(SETTLES), 'evidence', ...AFTER])];

/**
 * What is not on the page yet: until its turn comes, a line of the rail leads to the question that
 * is open now.
 */
export function aheadOf(input: {
  shown: readonly Question[];
  evidence: boolean;
  fields: boolean;
}): string[] {
  const placed = new Set(input.shown.map(fieldOf));
  return AHEAD.filter((field) => {
    if (field === 'evidence') return !input.evidence;
    return AFTER.includes(field) ? !input.fields : !placed.has(field);
  });
}
