import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** One immutable snapshot per approved revision, kept for ever. */
export const PublicationRevisions: CollectionConfig = {
  slug: 'publication-revisions',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  indexes: [{ fields: ['identifier', 'revision'], unique: true }],
  fields: [
    { name: 'publication', type: 'relationship', relationTo: 'publications', required: true },
    { name: 'identifier', type: 'text', required: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'snapshot', type: 'json', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'approval', type: 'relationship', relationTo: 'reviews', required: true },
    { name: 'publishedAt', type: 'date', required: true },
    { name: 'publishedBy', type: 'relationship', relationTo: 'users' },
  ],
};
