import type { SearchDocument } from '../port';

/** What Meilisearch takes for an id; a passage's has a number at its end. */
const ID = /^[A-Za-z0-9_-]{1,500}$/;

/**
 * Why a document cannot be indexed; null when it can. One that Meilisearch refuses fails the whole
 * batch it came with, so each is looked at before.
 */
export function faultOf(document: SearchDocument): string | null {
  const { identifier, publishedAt, modifiedAt, facets } = document;
  if (!ID.test(identifier)) return `identifier ${JSON.stringify(identifier).slice(0, 80)}`;
  for (const [name, moment] of Object.entries({ publishedAt, modifiedAt })) {
    if (Number.isNaN(Date.parse(moment))) return `${name} ${JSON.stringify(moment)}`;
  }
  const codes = Object.values(facets).flat();
  return codes.every((code) => typeof code === 'string') ? null : 'a code that is no text';
}
