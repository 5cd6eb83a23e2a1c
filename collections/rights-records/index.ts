import type { CollectionConfig } from 'payload';
import { byPerson, nobody } from '../shared/access';
import { partCreate } from '../shared/part-access';
import { visibleMaterials, writableMaterials } from '../shared/visible-materials';
import { words } from '../shared/words';
import { refuseCopies } from '../shared/refuse-copies';
import { rightsFields } from './fields';
import {
  checkEvidence,
  keepMainRecord,
  oneMainRecord,
  recordRightsEdit,
  recordRightsRemoval,
} from './hooks';
import { keepDecision } from './keep-decision';

/** One per material, and one per third-party component (`component` then names it). */
export const RightsRecords: CollectionConfig = {
  slug: 'rights-records',
  labels: { singular: words('collections:rights.one'), plural: words('collections:rights.many') },
  admin: { useAsTitle: 'title', hidden: true },
  access: {
    admin: nobody,
    create: partCreate,
    read: byPerson((person) => visibleMaterials(person, 'material.')),
    update: byPerson((person) => writableMaterials(person, 'material.')),
    delete: byPerson((person) => writableMaterials(person, 'material.')),
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  // Unlimited: with a limit, every save reads all versions to find the ones beyond it (0.4 s at 50).
  versions: { drafts: false, maxPerDoc: 0 },
  lockDocuments: false,
  hooks: {
    beforeOperation: [refuseCopies],
    beforeValidate: [oneMainRecord],
    beforeChange: [checkEvidence, keepDecision, recordRightsEdit],
    beforeDelete: [keepMainRecord, recordRightsRemoval],
  },
  fields: rightsFields,
};
