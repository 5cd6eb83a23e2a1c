import type { CollectionConfig } from 'payload';
import { ACTIONS, REASONS, WORKING_STATES } from '../../src/review/states';
import { byPerson, nobody, systemOnly } from '../shared/access';
import { visibleMaterials } from '../shared/visible-materials';
import { words } from '../shared/words';

/** Append-only: every transition with its words; the thread both sides read. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  labels: { singular: words('collections:reviews.one'), plural: words('collections:reviews.many') },
  admin: { hidden: true },
  access: {
    ...systemOnly,
    read: byPerson((person) => visibleMaterials(person, 'material.')),
    readVersions: nobody,
  },
  disableBulkEdit: true,
  defaultSort: 'at',
  fields: [
    {
      name: 'material',
      type: 'relationship',
      relationTo: 'materials',
      required: true,
      index: true,
    },
    { name: 'action', type: 'select', required: true, options: [...ACTIONS] },
    { name: 'fromState', type: 'select', options: [...WORKING_STATES] },
    { name: 'toState', type: 'select', options: [...WORKING_STATES] },
    { name: 'actor', type: 'relationship', relationTo: 'users' },
    { name: 'reasons', type: 'select', hasMany: true, options: [...REASONS] },
    { name: 'comment', type: 'textarea' },
    { name: 'at', type: 'date', required: true, index: true },
    /** Approvals, returns, rejections: SHA-256 of the content decided upon, and that content itself. */
    { name: 'contentHash', type: 'text' },
    { name: 'content', type: 'json', access: { read: nobody } },
    { name: 'revision', type: 'number' },
    { name: 'revoked', type: 'checkbox', defaultValue: false },
  ],
};
