/** What the public may write into the inbox; the worker has a receiver for each. */
export const TAKEDOWN_KIND = 'takedown';
export const ACKNOWLEDGEMENT_KIND = 'acknowledgement';
export const PORTAL_USE_KIND = 'portal_use';

/** What a portal acknowledges: all up to a number of the feed, or the withdrawal of these. */
export interface Acknowledgement {
  portal: string;
  seq: number | null;
  identifiers: string[];
}
