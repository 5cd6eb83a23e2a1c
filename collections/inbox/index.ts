import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** What the public may write, append-only; the worker turns it into documents. */
export const Inbox: CollectionConfig = {
  slug: 'inbox',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  fields: [
    { name: 'kind', type: 'text', required: true, index: true },
    { name: 'body', type: 'json', required: true },
    { name: 'receivedAt', type: 'date', required: true },
    { name: 'processedAt', type: 'date', index: true },
  ],
};
