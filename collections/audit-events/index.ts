import type { CollectionConfig } from 'payload';
import { roles, systemOnly } from '../shared/access';
import { words } from '../shared/words';

/** Append-only: who did what; sealed into the hash chain within a second. */
export const AuditEvents: CollectionConfig = {
  slug: 'audit-events',
  labels: { singular: words('collections:audit.one'), plural: words('collections:audit.many') },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'action',
    group: words('collections:groups.oversight'),
    hidden: ({ user }) => user.role !== 'administrator' && user.role !== 'auditor',
    defaultColumns: ['seq', 'at', 'action', 'actorName', 'subject'],
  },
  access: {
    ...systemOnly,
    admin: roles('administrator', 'auditor'),
    read: roles('administrator', 'auditor'),
  },
  disableBulkEdit: true,
  // Several times a second the worker asks what has no number yet, first come first.
  indexes: [{ fields: ['seq', 'at'] }],
  defaultSort: '-at',
  fields: [
    { name: 'seq', type: 'number', unique: true, label: words('collections:fields.seq') },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: words('collections:fields.at'),
      admin: { date: { displayFormat: 'dd/MM/yyyy HH:mm:ss' } },
    },
    {
      name: 'action',
      type: 'text',
      required: true,
      index: true,
      label: words('collections:fields.action'),
    },
    { name: 'actor', type: 'text', label: words('collections:fields.actorId') },
    { name: 'actorName', type: 'text', label: words('collections:fields.actor') },
    {
      name: 'subject',
      type: 'text',
      required: true,
      index: true,
      label: words('collections:fields.subject'),
    },
    {
      name: 'detail',
      type: 'json',
      label: words('collections:fields.detail'),
      // Payload's own editor is loaded from a foreign host.
      admin: { components: { Field: '/src/admin/audit/detail-field#DetailField' } },
    },
    { name: 'hash', type: 'text', label: words('collections:fields.hash') },
    { name: 'previousHash', type: 'text', label: words('collections:fields.previousHash') },
  ],
};
