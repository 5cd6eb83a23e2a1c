import type { CollectionConfig } from 'payload';
import { systemOnly } from '../shared/access';

/**
 * What the passing of time has brought about, each once: a row is written in the transaction of its
 * effect, so a sweep that runs late, twice or on two workers does nothing a second time.
 */
export const TimeMarks: CollectionConfig = {
  slug: 'time-marks',
  admin: { hidden: true },
  access: systemOnly,
  disableBulkEdit: true,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'at', type: 'date', required: true, index: true },
  ],
};
