import type { CollectionSlug } from 'payload';

/** What the key of a stored object says of it. */
export interface ObjectName {
  sha256: string;
  /** Whose records may name it; none: what a write that broke off left behind. */
  collection: Extract<CollectionSlug, 'files' | 'evidence'> | undefined;
}

const NAME =
  /^(content|evidence|derived)\/[0-9a-f]{2}\/([0-9a-f]{64})(|\/[a-z]+\.[a-z]+)(\.[0-9a-f-]{36}\.part)?$/;

/** Content and evidence never share an object, whatever their bytes: the prefix is part of the key. */
export function objectKey(prefix: 'content' | 'evidence', sha256: string): string {
  return `${prefix}/${sha256.slice(0, 2)}/${sha256}`;
}

/** What was made from the content, under its name. */
export function derivedKey(sha256: string, name: 'text.txt' | 'thumb.webp'): string {
  return `derived/${sha256.slice(0, 2)}/${sha256}/${name}`;
}

/** Undefined: not a key that this program makes, so not ours to remove. */
export function objectName(key: string): ObjectName | undefined {
  const [, prefix, sha256, derived, part] = NAME.exec(key) ?? [];
  if (sha256 === undefined || (prefix === 'derived') !== Boolean(derived)) return undefined;
  if (part) return { sha256, collection: undefined };
  return { sha256, collection: prefix === 'evidence' ? 'evidence' : 'files' };
}
