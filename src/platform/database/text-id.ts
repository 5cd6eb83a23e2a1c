import { randomUUID } from 'node:crypto';
import type { CollectionConfig, TextField } from 'payload';

const nobody = () => false;

/**
 * The same ids on MongoDB as on SQLite (`idType: 'uuid'`): text. What names a document elsewhere (the
 * audit chain, the outbox, addresses of screens) then survives the move from one to the other.
 */
const textId: TextField = {
  name: 'id',
  type: 'text',
  required: true,
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
  hooks: {
    beforeChange: [
      ({ value, operation }): unknown =>
        operation === 'create' ? ((value as unknown) ?? randomUUID()) : value,
    ],
  },
};

export function withTextId(collection: CollectionConfig): CollectionConfig {
  return { ...collection, fields: [textId, ...collection.fields] };
}
