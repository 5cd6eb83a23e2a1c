import { buildVersionCollectionFields, type FlattenedField, type Payload } from 'payload';

/** One kind of record that a backup holds: a collection, or the versions of one. */
export interface RecordSet {
  /** `materials`, `materials.versions`: also the name of its file. */
  name: string;
  slug: string;
  versions: boolean;
  fields: FlattenedField[];
}

/** A record as Payload keeps it: every language, dates as ISO text, ids as text. */
export type BackupRecord = Record<string, unknown> & { id: string };

/** What each database says of itself, and what is not the office's. */
const OF_THE_DATABASE = new Set(['payload-migrations', 'payload-locked-documents']);

/** Every collection of the configuration and its versions: a new one is in the next backup by itself. */
export function recordSets(payload: Payload): RecordSet[] {
  const collections = payload.config.collections.filter(({ slug }) => !OF_THE_DATABASE.has(slug));
  return collections.flatMap((collection) => {
    const { slug, flattenedFields } = collection;
    const own = { name: slug, slug, versions: false, fields: flattenedFields };
    if (!collection.versions) return [own];
    const fields = buildVersionCollectionFields(payload.config, collection, true);
    return [own, { name: `${slug}.versions`, slug, versions: true, fields }];
  });
}
