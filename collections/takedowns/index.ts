import type { CollectionConfig } from 'payload';
import {
  CAPACITIES,
  GROUNDS,
  TAKEDOWN_OUTCOMES,
  TAKEDOWN_STATUSES,
} from '../../src/platform/takedown';
import { readsTakedowns } from '../../src/publishing/takedown/takedown-reader';
import { byPerson, nobody } from '../shared/access';
import { words } from '../shared/words';

/**
 * Notices of infringement. Who complains is for editors, administrators and auditors to see and for
 * nobody else; written only by what receives and decides them.
 */
export const Takedowns: CollectionConfig = {
  slug: 'takedowns',
  labels: {
    singular: words('collections:takedowns.one'),
    plural: words('collections:takedowns.many'),
  },
  // They have screens of their own.
  admin: { hidden: true },
  access: {
    admin: nobody,
    create: nobody,
    read: byPerson(({ role }) => readsTakedowns(role)),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  defaultSort: 'dueAt',
  fields: [
    /** What the sender was told: `td-…`. */
    { name: 'reference', type: 'text', required: true, unique: true },
    { name: 'name', type: 'text', required: true },
    { name: 'contact', type: 'text', required: true },
    { name: 'capacity', type: 'select', required: true, options: [...CAPACITIES] },
    { name: 'grounds', type: 'select', required: true, options: [...GROUNDS] },
    { name: 'statement', type: 'textarea', required: true },
    { name: 'identifiers', type: 'text', hasMany: true, required: true, index: true },
    { name: 'lang', type: 'select', options: ['vi', 'en'] },
    { name: 'receivedAt', type: 'date', required: true, index: true },
    {
      name: 'status',
      type: 'select',
      required: true,
      options: [...TAKEDOWN_STATUSES],
      index: true,
    },
    { name: 'outcome', type: 'select', options: [...TAKEDOWN_OUTCOMES] },
    /** What is due when, under the rules that `ruleVersion` names. */
    { name: 'clocks', type: 'json', required: true },
    { name: 'ruleVersion', type: 'text', required: true },
    /** The earliest clock that still runs. */
    { name: 'dueAt', type: 'date', index: true },
    /** What was withdrawn because of this notice. */
    { name: 'withdrawn', type: 'text', hasMany: true },
    { name: 'withdrawnAt', type: 'date' },
    { name: 'withdrawnBy', type: 'relationship', relationTo: 'users' },
    { name: 'decidedAt', type: 'date' },
    { name: 'decidedBy', type: 'relationship', relationTo: 'users' },
    { name: 'decision', type: 'textarea' },
  ],
};
