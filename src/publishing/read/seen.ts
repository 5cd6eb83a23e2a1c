/**
 * Whose eyes a store reads with: everybody's, or those of a portal for which licences reserve
 * something. What is reserved and not for them does not exist for them.
 */
export interface Seen {
  /** Codes of the licences that open what is reserved; none for everybody. */
  licences: readonly string[];
}

export const EVERYBODY: Seen = { licences: [] };

/** The keys of publications (`licence:HN-NOI-BO`) that these eyes see though they are reserved. */
export const reservedKeys = ({ licences }: Seen): string[] =>
  licences.map((code) => `licence:${code}`);

/** Whether a revision with this access and licence is theirs to see. */
export const sees = ({ licences }: Seen, access: unknown, licence: unknown): boolean =>
  access === 'open' || (typeof licence === 'string' && licences.includes(licence));
