import type { CollectionBeforeChangeHook } from 'payload';
import { personOf } from '../../src/review/people';

/** Who let this portal in. */
export const rememberMaker: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, createdBy: personOf(req.user)?.id ?? null } : data;
