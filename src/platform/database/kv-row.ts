import type { PayloadRequest } from 'payload';

/** A row of Payload's key-value store, read in the transaction of `req`; `payload.kv` reads outside of it. */
export async function kvRow<T>(
  req: PayloadRequest,
  key: string,
): Promise<{ id: string; data: T } | undefined> {
  const { docs } = await req.payload.find({
    collection: 'payload-kv',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    req,
  });
  return docs[0] as unknown as { id: string; data: T } | undefined;
}
