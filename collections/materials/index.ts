import type { CollectionConfig } from 'payload';
import { words } from '../shared/words';
import { materialAccess } from './access';
import { materialEndpoints } from './endpoints';
import { contentFields, departmentField, workflowFields } from './fields';
import {
  bindFiles,
  checkItems,
  createRightsRecord,
  deleteParts,
  guardBin,
  keepSearchKeys,
  ownDepartment,
  recordContentEdit,
  refuseCopies,
  sayBinIsClosed,
} from './hooks';

/** The working copy that staff edit. What the world reads is in `publications`. */
export const Materials: CollectionConfig = {
  slug: 'materials',
  labels: {
    singular: words('collections:materials.one'),
    plural: words('collections:materials.many'),
  },
  admin: { useAsTitle: 'title', hidden: true },
  access: materialAccess,
  disableBulkEdit: true,
  disableDuplicate: true,
  trash: true,
  // Unlimited: with a limit, every save reads all versions to find the ones beyond it (0.4 s at 50).
  versions: { drafts: false, maxPerDoc: 0 },
  lockDocuments: false,
  endpoints: materialEndpoints,
  hooks: {
    beforeOperation: [refuseCopies, sayBinIsClosed],
    beforeValidate: [ownDepartment],
    beforeChange: [guardBin, checkItems, recordContentEdit, keepSearchKeys],
    afterChange: [createRightsRecord, bindFiles],
    beforeDelete: [deleteParts],
  },
  fields: [departmentField, ...contentFields, ...workflowFields],
};
