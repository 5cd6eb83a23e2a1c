import type { CollectionConfig } from 'payload';
import { nobody, roles, systemOnly } from '../shared/access';

/** Effects that wait for the worker. Written in the transaction of the change they belong to. */
export const Outbox: CollectionConfig = {
  slug: 'outbox',
  admin: { hidden: true },
  access: { ...systemOnly, admin: nobody, read: roles('administrator') },
  disableBulkEdit: true,
  indexes: [{ fields: ['status', 'availableAt'] }],
  fields: [
    { name: 'topic', type: 'text', required: true, index: true },
    { name: 'key', type: 'text', required: true, index: true },
    { name: 'data', type: 'json', required: true },
    {
      name: 'status',
      type: 'select',
      required: true,
      options: ['pending', 'done', 'failed'],
      defaultValue: 'pending',
    },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'availableAt', type: 'date', required: true },
    { name: 'leaseUntil', type: 'date' },
    { name: 'leasedBy', type: 'text' },
    { name: 'doneAt', type: 'date', index: true },
    { name: 'lastError', type: 'textarea' },
  ],
};
