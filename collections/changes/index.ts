import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** The append-only table behind the change feed; `seq` is taken last in the publishing transaction. */
export const Changes: CollectionConfig = {
  slug: 'changes',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  fields: [
    { name: 'seq', type: 'number', required: true, unique: true },
    {
      name: 'type',
      type: 'select',
      required: true,
      options: ['published', 'updated', 'labels', 'withdrawn', 'reinstated'],
    },
    { name: 'identifier', type: 'text', required: true, index: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'at', type: 'date', required: true },
  ],
};
