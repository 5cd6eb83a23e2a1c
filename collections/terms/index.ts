import type { CollectionConfig } from 'payload';
import { TERM_SCHEMES } from '../../src/platform/code-lists';
import { anyStaff, nobody, roles } from '../shared/access';
import { keepCode } from '../shared/keep-code';
import { recordChanges } from '../shared/record-changes';
import { reprojectLabels } from '../shared/reproject-labels';
import { codeField } from '../shared/code-field';
import { words } from '../shared/words';

/** Controlled vocabularies, SKOS-like: notation, labels, alternative labels, broader. */
export const Terms: CollectionConfig = {
  slug: 'terms',
  labels: { singular: words('collections:terms.one'), plural: words('collections:terms.many') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'label',
    defaultColumns: ['scheme', 'code', 'label'],
    group: words('collections:groups.reference'),
    hidden: ({ user }) => user.role !== 'administrator',
  },
  access: {
    admin: roles('administrator'),
    create: roles('administrator'),
    read: anyStaff,
    update: roles('administrator'),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  defaultSort: 'order',
  hooks: {
    beforeChange: [keepCode('scheme', 'code')],
    afterChange: [recordChanges('term'), reprojectLabels('term')],
  },
  indexes: [{ fields: ['scheme', 'code'], unique: true }],
  fields: [
    {
      name: 'scheme',
      type: 'select',
      required: true,
      label: words('collections:fields.scheme'),
      options: TERM_SCHEMES.map((value) => ({
        value,
        label: words(`collections:schemes.${value}`),
      })),
    },
    codeField('terms', ['scheme']),
    {
      name: 'label',
      type: 'text',
      required: true,
      localized: true,
      label: words('collections:fields.label'),
    },
    {
      name: 'altLabels',
      type: 'text',
      hasMany: true,
      label: words('collections:fields.altLabels'),
    },
    {
      name: 'broader',
      type: 'relationship',
      relationTo: 'terms',
      label: words('collections:fields.broader'),
    },
    { name: 'uri', type: 'text', label: words('collections:fields.uri') },
    { name: 'validFrom', type: 'text', label: words('collections:fields.validFrom') },
    { name: 'validTo', type: 'text', label: words('collections:fields.validTo') },
    { name: 'order', type: 'number', index: true, label: words('collections:fields.order') },
  ],
};
