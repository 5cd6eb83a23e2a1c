import type { CollectionConfig } from 'payload';
import { objectFields } from '../files';
import { byPerson, nobody } from '../shared/access';
import { visibleMaterials } from '../shared/visible-materials';
import { words } from '../shared/words';

/** Permission documents: their own collection and storage prefix, never delivered to anybody. */
export const Evidence: CollectionConfig = {
  slug: 'evidence',
  labels: {
    singular: words('collections:evidence.one'),
    plural: words('collections:evidence.many'),
  },
  admin: { useAsTitle: 'name', hidden: true },
  access: {
    admin: nobody,
    create: nobody,
    read: byPerson((person) => visibleMaterials(person, 'material.')),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    ...objectFields,
    {
      name: 'rights',
      type: 'relationship',
      relationTo: 'rights-records',
      required: true,
      index: true,
    },
  ],
};
