import type { BackupRecord } from './record-sets';

/** An object that a record names. */
export interface NamedObject {
  key: string;
  mediaType: string;
  /** Of uploaded bytes; what was derived from them has none in the record. */
  sha256?: string | undefined;
  size?: number | undefined;
}

/** The objects that a record of `files` or `evidence` names: its bytes, their text, their picture. */
export function objectsOf(record: BackupRecord): NamedObject[] {
  const { storageKey, mediaType, sha256, size, textKey, thumbnailKey } = record as Record<
    string,
    unknown
  >;
  const named: NamedObject[] = [];
  if (typeof storageKey === 'string') {
    named.push({
      key: storageKey,
      mediaType: String(mediaType),
      sha256: String(sha256),
      size: Number(size),
    });
  }
  if (typeof textKey === 'string') named.push({ key: textKey, mediaType: 'text/plain' });
  if (typeof thumbnailKey === 'string') named.push({ key: thumbnailKey, mediaType: 'image/webp' });
  return named;
}

export const SETS_WITH_OBJECTS = new Set(['files', 'evidence']);

/** Two records may name the same bytes. */
export async function* onlyOnce(objects: AsyncIterable<NamedObject>): AsyncGenerator<NamedObject> {
  const seen = new Set<string>();
  for await (const object of objects) {
    if (!seen.has(object.key)) yield object;
    seen.add(object.key);
  }
}
