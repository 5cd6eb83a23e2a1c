import type { PayloadRequest } from 'payload';
import { inSameTransaction } from '../platform/database/same-transaction';

/**
 * Adds people to the authors of a material, as the system, in the transaction of the request. Not by
 * `db.updateOne`: on SQLite that takes away every row of the arrays it is not given.
 */
export async function addAuthors(input: {
  req: PayloadRequest;
  materialId: string;
  people: Iterable<string>;
}): Promise<void> {
  const { req, materialId, people } = input;
  const asSystem = inSameTransaction(req, { user: null });
  const material = await req.payload.findByID({
    collection: 'materials',
    id: materialId,
    depth: 0,
    overrideAccess: true,
    req: asSystem,
  });
  const before = (material.editors ?? []) as string[];
  const editors = [...new Set([...before, ...people])];
  if (editors.length === before.length) return;
  await req.payload.update({
    collection: 'materials',
    id: materialId,
    data: { editors },
    depth: 0,
    overrideAccess: true,
    req: asSystem,
  });
}
