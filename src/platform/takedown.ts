/** What a notice of infringement may say, for the address that takes it and the office that decides it. */

/** In which capacity somebody complains; only an authority's order has the shortest clock. */
export const CAPACITIES = [
  'author',
  'owner',
  'representative',
  'depicted_person',
  'authority',
  'other',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const GROUNDS = [
  'copyright',
  'related_rights',
  'portrait',
  'personal_data',
  'other',
] as const;
export type Grounds = (typeof GROUNDS)[number];

export const TAKEDOWN_STATUSES = ['received', 'withdrawn_precautionary', 'decided'] as const;
export type TakedownStatus = (typeof TAKEDOWN_STATUSES)[number];

export const TAKEDOWN_OUTCOMES = ['upheld', 'rejected'] as const;
export type TakedownOutcome = (typeof TAKEDOWN_OUTCOMES)[number];

/** A decision says why, in as many characters at least. */
export const DECISION_REASONS_LEAST = 10;

/** Longest texts: what a form sends of them, percent-encoded, stays under the limit of a body. */
export const NOTICE_LIMITS = {
  name: 200,
  contact: 200,
  statement: 5_000,
  identifiers: 20,
} as const;

/** A notice as the public side writes it into the inbox. */
export interface TakedownNotice {
  reference: string;
  name: string;
  contact: string;
  capacity: Capacity;
  grounds: Grounds;
  statement: string;
  identifiers: string[];
  lang: 'vi' | 'en';
}
