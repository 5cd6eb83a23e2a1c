import type { CollectionConfig } from 'payload';
import { nobody, roles } from '../shared/access';
import { recordChanges } from '../shared/record-changes';
import { words } from '../shared/words';
import { makeKeyEndpoint } from './endpoints';
import { keepAsStored, rememberMaker } from './hooks';

const written = { create: nobody, update: nobody };
const shown = { readOnly: true, position: 'sidebar' as const };
/** An empty field that nobody may fill in says nothing. */
const ifKnown = (name: string) => ({
  condition: (data: Record<string, unknown>) => Boolean(data[name]),
});

/** The programs that fetch from the repository under their own name, and what is reserved for them. */
export const Portals: CollectionConfig = {
  slug: 'portals',
  labels: { singular: words('collections:portals.one'), plural: words('collections:portals.many') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'keyHint', 'licences', 'active', 'lastUsedAt'],
    group: words('collections:groups.people'),
    hidden: ({ user }) => user.role !== 'administrator',
  },
  access: {
    admin: roles('administrator'),
    create: roles('administrator'),
    read: roles('administrator'),
    update: roles('administrator'),
    // What a portal acknowledged keeps its name: it is closed (active: false), not deleted.
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  defaultSort: 'name',
  disableDuplicate: true,
  endpoints: [makeKeyEndpoint],
  hooks: { beforeChange: [rememberMaker], afterChange: [recordChanges('portal')] },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 200,
      label: words('collections:fields.name'),
    },
    {
      name: 'contact',
      type: 'textarea',
      label: words('collections:portals.contact'),
      admin: { description: words('collections:portals.contactHelp') },
    },
    {
      name: 'licences',
      type: 'relationship',
      relationTo: 'licences',
      hasMany: true,
      label: words('collections:portals.licences'),
      admin: { description: words('collections:portals.licencesHelp'), allowCreate: false },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: words('collections:fields.active'),
      admin: { description: words('collections:portals.activeHelp') },
    },
    {
      name: 'key',
      type: 'ui',
      admin: {
        components: { Field: '/src/admin/portals/portal-key#PortalKey' },
        disableListColumn: true,
      },
    },
    /** SHA-256; the key itself is nowhere. */
    {
      name: 'keyHash',
      type: 'text',
      index: true,
      hidden: true,
      access: { ...written, read: nobody },
    },
    {
      name: 'keyHint',
      type: 'text',
      hooks: { beforeChange: [keepAsStored] },
      label: words('collections:portals.keyHint'),
      admin: shown,
    },
    {
      name: 'keyMadeAt',
      type: 'date',
      hooks: { beforeChange: [keepAsStored] },
      label: words('collections:portals.keyMadeAt'),
      admin: { ...shown, ...ifKnown('keyMadeAt'), date: { displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      hooks: { beforeChange: [keepAsStored] },
      label: words('collections:portals.lastUsedAt'),
      admin: { ...shown, ...ifKnown('lastUsedAt'), date: { displayFormat: 'dd/MM/yyyy' } },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      access: written,
      label: words('collections:portals.createdBy'),
      admin: { ...shown, allowCreate: false, allowEdit: false },
    },
  ],
};
