import type { Field } from 'payload';
import { nobody } from '../shared/access';
import { words } from '../shared/words';
import { keepAsStored } from './hooks';

const written = { create: nobody, update: nobody };
const shown = { readOnly: true, position: 'sidebar' as const };
/** An empty field that nobody may fill in says nothing. */
const ifKnown = (name: string) => ({
  condition: (data: Record<string, unknown>) => Boolean(data[name]),
});

export const portalFields: Field[] = [
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
];
