import type { CollectionConfig, Field } from 'payload';
import { VERDICTS } from '../../src/platform/code-lists';
import { byPerson, nobody } from '../shared/access';
import { visibleMaterials } from '../shared/visible-materials';
import { words } from '../shared/words';

/** What every stored object says about itself, content or evidence. */
export const objectFields: Field[] = [
  { name: 'name', type: 'text', required: true, label: words('collections:fields.fileName') },
  { name: 'extension', type: 'text', required: true },
  { name: 'mediaType', type: 'text', required: true, label: words('collections:fields.mediaType') },
  { name: 'size', type: 'number', required: true, label: words('collections:fields.size') },
  { name: 'sha256', type: 'text', required: true, index: true },
  { name: 'storageKey', type: 'text', required: true, access: { read: nobody } },
  {
    name: 'verdict',
    type: 'select',
    required: true,
    options: VERDICTS.map((value) => ({ value, label: words(`collections:verdicts.${value}`) })),
    label: words('collections:fields.verdict'),
  },
  { name: 'pages', type: 'number', label: words('collections:fields.pages') },
  { name: 'material', type: 'relationship', relationTo: 'materials', index: true },
  {
    name: 'department',
    type: 'relationship',
    relationTo: 'departments',
    required: true,
    index: true,
  },
  { name: 'uploadedBy', type: 'relationship', relationTo: 'users' },
];

/** Immutable: intake writes it once, the worker adds what it derives; replacing makes a new one. */
export const Files: CollectionConfig = {
  slug: 'files',
  labels: { singular: words('collections:files.one'), plural: words('collections:files.many') },
  admin: { useAsTitle: 'name', hidden: true },
  access: {
    admin: nobody,
    create: nobody,
    read: byPerson((person) => {
      const whole = visibleMaterials(person, 'material.');
      if (typeof whole === 'boolean') return whole;
      return {
        or: [
          { and: [{ material: { exists: true } }, whole] },
          { and: [{ material: { exists: false } }, { uploadedBy: { equals: person.id } }] },
        ],
      };
    }),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    { name: 'publicId', type: 'text', required: true, unique: true },
    ...objectFields,
    {
      name: 'processing',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      options: ['pending', 'done', 'failed'],
    },
    { name: 'processingNote', type: 'text' },
    { name: 'duration', type: 'number', label: words('collections:fields.seconds') },
    { name: 'width', type: 'number' },
    { name: 'height', type: 'number' },
    { name: 'textKey', type: 'text', access: { read: nobody } },
    { name: 'thumbnailKey', type: 'text', access: { read: nobody } },
    { name: 'replaces', type: 'relationship', relationTo: 'files' },
  ],
};
