import type { CollectionConfig } from 'payload';
import { nobody, roles } from '../shared/access';
import { recordChanges } from '../shared/record-changes';
import { words } from '../shared/words';
import { makeKeyEndpoint } from './endpoints';
import { portalFields } from './fields';
import { rememberMaker } from './hooks';

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
  fields: portalFields,
};
