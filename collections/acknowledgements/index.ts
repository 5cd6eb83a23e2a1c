import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** How far each portal says it has followed the feed, and which withdrawals it names as done. */
export const Acknowledgements: CollectionConfig = {
  slug: 'acknowledgements',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  fields: [
    /** `<portal>` for the cursor, `<portal> <identifier>` for one withdrawal: one row each. */
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'portal', type: 'relationship', relationTo: 'portals', required: true, index: true },
    { name: 'identifier', type: 'text', index: true },
    /** Number in the change feed: all up to it, or this very withdrawal. */
    { name: 'seq', type: 'number', required: true },
    { name: 'at', type: 'date', required: true },
  ],
};
