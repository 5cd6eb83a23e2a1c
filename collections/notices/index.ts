import type { CollectionConfig } from 'payload';
import { MAIL_STATES, NOTICE_KINDS } from '../../src/review/notice-kinds';
import { systemOnly } from '../shared/access';

/**
 * What each person was told of: the list behind the bell, and what mails are made from. Read through
 * `/api/staff/notices` alone, which shows a person their own, of what they may still see. No words are
 * kept: a title that became secret must not stay in a mailbox of ours.
 */
export const Notices: CollectionConfig = {
  slug: 'notices',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  indexes: [{ fields: ['user', 'at'] }],
  defaultSort: '-at',
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'kind', type: 'select', required: true, options: [...NOTICE_KINDS] },
    /** What it is about: a material, or a notice of infringement, which may name none of ours, or neither. */
    { name: 'material', type: 'relationship', relationTo: 'materials', index: true },
    { name: 'takedown', type: 'relationship', relationTo: 'takedowns', index: true },
    /** Dates, codes, the decision it tells of: ids and codes, no words. */
    { name: 'data', type: 'json' },
    { name: 'at', type: 'date', required: true },
    { name: 'readAt', type: 'date' },
    {
      name: 'mail',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      options: [...MAIL_STATES],
      index: true,
    },
  ],
};
