import type { CollectionBeforeChangeHook, FieldHook } from 'payload';
import { personOf } from '../../src/review/people';

/** Who let this portal in. */
export const rememberMaker: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, createdBy: personOf(req.user)?.id ?? null } : data;

/** A form sends back what stood there when it was opened; meanwhile the key may be a newer one. */
export const keepAsStored: FieldHook = ({ field, originalDoc, req, value }): unknown => {
  if (!personOf(req.user)) return value as unknown;
  const stored = (originalDoc ?? {}) as Record<string, unknown>;
  return stored[(field as { name: string }).name] ?? null;
};
