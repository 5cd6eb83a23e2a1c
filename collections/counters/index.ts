import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** Named counters, incremented inside a transaction (change feed, audit chain). */
export const Counters: CollectionConfig = {
  slug: 'counters',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'value', type: 'number', required: true, defaultValue: 0 },
  ],
};
