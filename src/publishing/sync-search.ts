import type { Payload } from 'payload';
import type { Storage } from '../platform/storage/port';
import type { SearchDocument, SearchWriter } from '../search/port';
import { searchDocument } from './search-document';
import type { PublicationRow } from './write-publication';

interface Scope {
  payload: Payload;
  storage: Storage;
}

const PAGE = 100;

function isSearchable(row: PublicationRow & { access: string }): boolean {
  return row.status === 'live' && row.access === 'open';
}

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
  if (row && isSearchable(row)) await writer.upsert([await searchDocument(row.snapshot, storage)]);
  else await writer.remove([identifier]);
}

/** Every document the index should hold, for a rebuild. */
export async function* allSearchDocuments({
  payload,
  storage,
}: Scope): AsyncIterable<SearchDocument> {
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: 'publications',
      where: { and: [{ status: { equals: 'live' } }, { access: { equals: 'open' } }] },
      sort: 'id',
      limit: PAGE,
      page,
      depth: 0,
    });
    for (const row of found.docs as unknown as PublicationRow[]) {
      yield await searchDocument(row.snapshot, storage);
    }
    if (!found.hasNextPage) return;
  }
}
