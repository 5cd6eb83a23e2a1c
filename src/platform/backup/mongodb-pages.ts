import type { ClientSession, Collection, Document } from 'mongodb';

const PAGE = 200;

/** After an id in the order of the index: text comes before the driver's own ids (BSON order). */
function after(last: unknown): Document {
  if (typeof last !== 'string') return { _id: { $gt: last } };
  return { $or: [{ _id: { $gt: last } }, { _id: { $type: 'objectId' } }] };
}

/**
 * Every document by id, page after page: between two pages nothing is open on the server, which ends
 * a cursor that nobody asked for ten minutes. Ids are text, or the driver's own, or both.
 */
export async function* documentsById(
  collection: Collection,
  session?: ClientSession,
): AsyncGenerator<Document> {
  const how = { ...(session ? { session } : {}), sort: { _id: 1 }, limit: PAGE } as const;
  for (let filter: Document = {}; ;) {
    const page = await collection.find(filter, how).toArray();
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < PAGE) return;
    filter = after(end._id);
  }
}
