import type { CollectionSlug, PayloadRequest } from 'payload';
import { AppError } from '../errors';

interface Model {
  schema: { path: (name: string) => { cast: (value: unknown) => unknown } };
  collection: {
    updateOne: (
      filter: object,
      change: object,
      options: object,
    ) => Promise<{ matchedCount: number }>;
  };
}

interface MongoDatabase {
  name: string;
  collections: Record<string, Model>;
  sessions: Record<string | number, unknown>;
}

/**
 * Holds a document until the transaction of `req` ends: of two transactions that hold the same one,
 * the later is refused and tried again. What was read of it then still stands at the commit, also
 * where only documents around it are written. Throws `internal` when there is no such document: a
 * hold that holds nothing would go unnoticed until it was needed.
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
  const model = database.collections[collection];
  // Payload's own collections have the driver's ids, ours have text: the model knows which. `__v` is
  // the driver's own counter; no field of ours and no version is touched.
  const held = await model?.collection.updateOne(
    { _id: model.schema.path('_id').cast(id) },
    { $inc: { __v: 1 } },
    { session: database.sessions[transaction] },
  );
  if (held?.matchedCount === 1) return;
  throw new AppError('internal', { params: { what: `nothing to hold: ${collection} ${id}` } });
}
