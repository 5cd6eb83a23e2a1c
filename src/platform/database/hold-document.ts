import type { CollectionSlug, PayloadRequest } from 'payload';

interface MongoDatabase {
  name: string;
  collections: Record<
    string,
    {
      collection: {
        updateOne: (filter: object, change: object, options: object) => Promise<unknown>;
      };
    }
  >;
  sessions: Record<string | number, unknown>;
}

/**
 * Holds a document until the transaction of `req` ends: of two transactions that hold the same one,
 * the later is refused and tried again. What was read of it then still stands at the commit, also
 * where only documents around it are written.
 *
 * MongoDB's transactions see one snapshot and collide only where both write (write skew). SQLite has
 * one writer at a time: nothing to do.
 */
export async function holdDocument(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> {
  const database = req.payload.db as unknown as MongoDatabase;
  const transaction = await req.transactionID;
  if (database.name !== 'mongoose' || transaction === undefined) return;
  // `__v` is the driver's own counter; no field of ours and no version is touched.
  await database.collections[collection]?.collection.updateOne(
    { _id: id },
    { $inc: { __v: 1 } },
    { session: database.sessions[transaction] },
  );
}
