import type { Payload, Where } from 'payload';
import type { Storage } from '../platform/storage/port';
import type { SearchDocument, SearchWriter } from '../search/port';
import { searchDocument, type OtherLabels } from './search-document';
import { isSearchable, SEARCHABLE } from './searchable';
import type { PublicationRow } from './write-publication';

interface Scope {
  payload: Payload;
  storage: Storage;
}

const PAGE = 100;

/** Brings the index in line with one publication as it is now: index it, or take it out. */
export async function syncSearch(
  input: Scope & { writer: SearchWriter; identifier: string },
): Promise<void> {
  const { payload, storage, writer, identifier } = input;
  const found = await payload.find({
    collection: 'publications',
    where: { identifier: { equals: identifier } },
    limit: 1,
    depth: 0,
  });
  const row = found.docs[0] as unknown as (PublicationRow & { access: string }) | undefined;
  if (row && isSearchable(row)) {
    const { snapshot } = row;
    const terms = [...snapshot.subjects, ...snapshot.levels, ...snapshot.audiences];
    const codes = [...terms, snapshot.type].flatMap((term) => term?.code ?? []);
    const labels = await otherLabels(payload, { code: { in: codes } });
    await writer.upsert([await searchDocument(snapshot, storage, labels)]);
  } else {
    await writer.remove([identifier]);
  }
}

/** The alternative labels of the terms that `where` finds, as they are now. */
async function otherLabels(payload: Payload, where: Where = {}): Promise<OtherLabels> {
  const found = await payload.find({ collection: 'terms', where, pagination: false, depth: 0 });
  const labels = new Map(
    found.docs.map(({ scheme, code, altLabels }) => [`${scheme}:${code}`, altLabels ?? []]),
  );
  return (scheme, code) => labels.get(`${scheme}:${code}`) ?? [];
}

/** Every document the index should hold, for a rebuild. */
export async function* allSearchDocuments({
  payload,
  storage,
}: Scope): AsyncIterable<SearchDocument> {
  const labels = await otherLabels(payload);
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: 'publications',
      where: SEARCHABLE,
      sort: 'id',
      limit: PAGE,
      page,
      depth: 0,
    });
    for (const row of found.docs as unknown as PublicationRow[]) {
      yield await searchDocument(row.snapshot, storage, labels);
    }
    if (!found.hasNextPage) return;
  }
}
