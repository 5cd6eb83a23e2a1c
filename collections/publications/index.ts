import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/** What the world reads. Written by publishing only, read by delivery's own store. */
export const Publications: CollectionConfig = {
  slug: 'publications',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  indexes: [{ fields: ['status', 'access', 'modifiedAt'] }],
  fields: [
    { name: 'identifier', type: 'text', required: true, unique: true },
    {
      name: 'material',
      type: 'relationship',
      relationTo: 'materials',
      required: true,
      index: true,
    },
    { name: 'status', type: 'select', required: true, options: ['live', 'withdrawn'] },
    { name: 'access', type: 'select', required: true, options: ['open', 'named_portals'] },
    { name: 'revision', type: 'number', required: true },
    { name: 'snapshot', type: 'json', required: true },
    { name: 'etag', type: 'text', required: true },
    /** Sort key of the title in Vietnamese order. */
    { name: 'title', type: 'text', required: true, index: true },
    /** `subject:toan`, `department:YT`, `file:…`: what lists filter by. */
    { name: 'keys', type: 'text', hasMany: true, index: true },
    { name: 'publishedAt', type: 'date', required: true, index: true },
    { name: 'modifiedAt', type: 'date', required: true, index: true },
    { name: 'withdrawnAt', type: 'date' },
    { name: 'withdrawReason', type: 'text' },
    /** Last day of the narrowest granted term of this revision, of the whole or of a component. */
    { name: 'termEnds', type: 'text', index: true },
    /** Whose term that is: `rights`, or the name of the component. */
    { name: 'termOf', type: 'text' },
    /** The earliest day on which its rights are to be looked at again. */
    { name: 'reviewOn', type: 'text', index: true },
    /** The revision that the days were read from; empty for what was published before they were kept. */
    { name: 'datedRevision', type: 'number', index: true },
  ],
};
