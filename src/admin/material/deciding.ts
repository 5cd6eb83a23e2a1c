import type { Action } from '../../review/states';

/** Decisions are taken in the review, beside the evidence; the material's page leads there. */
export const DECIDING: readonly Action[] = [
  'claim',
  'release',
  'reassign',
  'return',
  'reject',
  'approve',
  'unapprove',
  'publish',
];
