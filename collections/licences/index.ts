import type { CollectionConfig } from 'payload';
import { LICENCE_CONDITIONS, LICENCE_KINDS, PERMITS } from '../../src/rights/types';
import { anyStaff, nobody, roles } from '../shared/access';
import { recordChanges } from '../shared/record-changes';
import { reprojectLabels } from '../shared/reproject-labels';
import { codeField } from '../shared/code-field';
import { options, words } from '../shared/words';
import { keepLicenceText } from './hooks';

/** Versioned records: what was published under version 1 stays readable when version 2 comes. */
export const Licences: CollectionConfig = {
  slug: 'licences',
  labels: {
    singular: words('collections:licences.one'),
    plural: words('collections:licences.many'),
  },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'label',
    defaultColumns: ['code', 'version', 'label', 'kind', 'active'],
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
    beforeChange: [keepLicenceText],
    afterChange: [recordChanges('licence'), reprojectLabels('licence')],
  },
  indexes: [{ fields: ['code', 'version'], unique: true }],
  fields: [
    codeField('licences', ['version']),
    {
      name: 'version',
      type: 'number',
      required: true,
      defaultValue: 1,
      label: words('collections:fields.version'),
    },
    {
      name: 'label',
      type: 'text',
      required: true,
      localized: true,
      label: words('collections:fields.label'),
    },
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      label: words('collections:fields.summary'),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: words('collections:fields.kind'),
      options: options(LICENCE_KINDS, (code) => `rights:codes.licenceKind.${code}`),
    },
    { name: 'url', type: 'text', label: words('collections:fields.uri') },
    {
      name: 'permits',
      type: 'select',
      hasMany: true,
      label: words('collections:fields.permits'),
      options: PERMITS.map((value) => ({
        value,
        label: words(`collections:permits.${value}`),
      })),
    },
    {
      name: 'conditions',
      type: 'select',
      hasMany: true,
      label: words('collections:fields.conditions'),
      options: LICENCE_CONDITIONS.map((value) => ({
        value,
        label: words(`collections:licenceConditions.${value}`),
      })),
    },
    {
      name: 'reservedForPortals',
      type: 'checkbox',
      defaultValue: false,
      label: words('collections:fields.reservedForPortals'),
    },
    { name: 'order', type: 'number', index: true, label: words('collections:fields.order') },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: words('collections:fields.active'),
    },
  ],
};
