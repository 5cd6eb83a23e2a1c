/** Codes that several rooms and the collections name; their words are in src/i18n by code. */

/** The controlled vocabularies. */
export const TERM_SCHEMES = ['types', 'subjects', 'levels', 'audiences', 'features'] as const;
export type TermScheme = (typeof TERM_SCHEMES)[number];

/** What a file is to its material. */
export const ITEM_ROLES = ['main', 'attachment', 'transcript', 'captions', 'cover'] as const;

export const CREATOR_ROLES = [
  'author',
  'editor',
  'translator',
  'illustrator',
  'photographer',
  'narrator',
  'reviewer',
  'contributor',
] as const;

/** What the virus scan says of a stored object. */
export const VERDICTS = ['clean', 'infected', 'not_scanned', 'scan_pending', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether an object with this verdict may be shown and published. */
export function isUsable(verdict: Verdict): boolean {
  return verdict === 'clean' || verdict === 'not_scanned';
}
