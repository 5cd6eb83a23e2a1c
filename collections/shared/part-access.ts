import type { Access } from 'payload';
import { personOf } from '../../src/review/people';
import { writableMaterials } from './visible-materials';

/** A part (rights record) may be created only where its whole may be changed. */
export const partCreate: Access = async ({ req, data }) => {
  const person = personOf(req.user);
  if (!person) return false;
  const rule = writableMaterials(person);
  if (typeof rule === 'boolean') return rule;
  const material = (data as { material?: unknown } | undefined)?.material;
  // Payload asks without data whether a "create" button makes sense at all.
  if (material === undefined) return true;
  const found = await req.payload.count({
    collection: 'materials',
    where: { and: [{ id: { equals: material } }, rule] },
    req,
  });
  return found.totalDocs === 1;
};
