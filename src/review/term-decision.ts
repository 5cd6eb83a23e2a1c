/** Whether a claim of public domain waits for a named decision, and what that decision rests on. */
import { hanoiDate } from '../platform/clock';
import { protectionTerm } from '../rights/protection-term';
import type { RightsRecord } from '../rights/types';

/**
 * What the term is worked out from, which work it is of, whose it is said to be, and the papers that
 * stand behind it: other facts are another question.
 */
const FACTS = [
  'component',
  'title',
  'workType',
  'authors',
  'anonymous',
  'fixedYear',
  'published',
  'firstPublishedYear',
  'country',
  'basis',
  'owner',
  'evidence',
] as const;

type Facts = Partial<Record<(typeof FACTS)[number], unknown>> & {
  ai?: { use?: unknown } | null;
};

/** Row ids and what is left empty say nothing about a work. */
function comparable(value: unknown): string {
  if (value === undefined || value === null || value === false || value === '') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  return JSON.stringify(value, (key, entry: unknown) => {
    // A paper is named by its id, or stands there whole.
    if (key === 'document' && typeof entry === 'object' && entry)
      return (entry as { id: unknown }).id;
    return key === 'id' || entry === null || entry === '' || entry === false ? undefined : entry;
  });
}

/** The facts that a write changes under a decision; what it does not name stays as it was. */
export function changedFacts(before: Facts, after: Facts): string[] {
  const changed: string[] = FACTS.filter(
    (name) => after[name] !== undefined && comparable(before[name]) !== comparable(after[name]),
  );
  const use = after.ai?.use;
  if (use !== undefined && comparable(before.ai?.use) !== comparable(use)) changed.push('ai.use');
  return changed;
}

export interface Decision {
  decidedBy?: unknown;
  decidedAt?: string | null;
  decisionGround?: string | null;
}

const NONE: Decision = { decidedBy: null, decidedAt: null, decisionGround: null };

/**
 * What of a decision is left when a person writes the record: no such write gives it or brings it
 * back, an older version's included, and it ends with the facts it was taken on.
 *
 * @param before the record as it is stored; none of a new one
 */
export function decisionAfter(
  before: (Facts & Decision) | undefined,
  data: Facts,
): { decision: Decision; ended: string[] } {
  if (!before?.decidedAt) return { decision: NONE, ended: [] };
  const ended = changedFacts(before, data);
  const { decidedBy, decidedAt, decisionGround } = before;
  return { decision: ended.length > 0 ? NONE : { decidedBy, decidedAt, decisionGround }, ended };
}

/** The calculation leaves it to a person, and the claim rests on what that person says. */
export function asksForDecision(record: RightsRecord, today: string = hanoiDate()): boolean {
  return (
    record.basis === 'public_domain' && protectionTerm(record, today).outcome === 'manual_review'
  );
}
