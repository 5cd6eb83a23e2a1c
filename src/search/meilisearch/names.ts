import { FOLD_VERSION } from '../../platform/fold-text';

/**
 * Goes into the names of the indexes: one made with another layout is rebuilt, never read. Raise it
 * with every change of what a document or a setting of these indexes is.
 */
const LAYOUT_VERSION = 1;

export interface IndexNames {
  /** One document a publication: what is searched, filtered, counted and ordered. */
  materials: string;
  /** Pieces of texts, for the places that are shown. */
  passages: string;
  /** Which of the others were filled as a whole. */
  state: string;
}

export function indexNames(prefix: string): IndexNames {
  const version = `${String(LAYOUT_VERSION)}-${String(FOLD_VERSION)}`;
  return {
    materials: `${prefix}-materials-${version}`,
    passages: `${prefix}-passages-${version}`,
    state: `${prefix}-state`,
  };
}

/** Where a rebuild fills what it then swaps in. */
export const nextOf = (uid: string): string => `${uid}-next`;

/** Indexes of this prefix that only other versions read. */
export function isOutdated(uid: string, prefix: string): boolean {
  const { materials, passages } = indexNames(prefix);
  const ours = [`${prefix}-materials-`, `${prefix}-passages-`].some((own) => uid.startsWith(own));
  return ours && ![materials, passages, nextOf(materials), nextOf(passages)].includes(uid);
}
