import type { CollectionConfig } from 'payload';
import { anyStaff, nobody, roles } from '../shared/access';
import { codeField } from '../shared/code-field';
import { words } from '../shared/words';
import { keepCode } from '../shared/keep-code';
import { recordChanges } from '../shared/record-changes';
import { reprojectLabels } from '../shared/reproject-labels';
import { guardMerger, orderMerger, toldOfMerger } from './hooks';

const KINDS = [
  'city_department',
  'ward_committee',
  'vocational_centre',
  'continuing_education_centre',
  'community_learning_centre',
  'partner',
] as const;

/** Every organisation that supplies materials. */
export const Departments: CollectionConfig = {
  slug: 'departments',
  labels: {
    singular: words('collections:departments.one'),
    plural: words('collections:departments.many'),
  },
  admin: {
    hideAPIURL: true,
    useAsTitle: 'name',
    defaultColumns: ['code', 'name', 'kind', 'active'],
    group: words('collections:groups.reference'),
    hidden: ({ user }) => user.role !== 'administrator',
    components: {
      edit: { SaveButton: '/src/admin/departments/save-department#SaveDepartment' },
    },
  },
  access: {
    admin: roles('administrator'),
    create: roles('administrator'),
    read: anyStaff,
    update: roles('administrator'),
    // Materials keep their identifiers for ever: a department is closed (active: false), not deleted.
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
  },
  disableBulkEdit: true,
  defaultSort: 'order',
  hooks: {
    beforeChange: [keepCode('code'), guardMerger],
    afterChange: [
      recordChanges('department', toldOfMerger),
      reprojectLabels('department'),
      orderMerger,
    ],
  },
  fields: [
    codeField('departments'),
    {
      name: 'name',
      type: 'text',
      required: true,
      localized: true,
      label: words('collections:fields.name'),
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: words('collections:fields.kind'),
      options: KINDS.map((value) => ({
        value,
        label: words(`collections:departmentKinds.${value}`),
      })),
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'departments',
      label: words('collections:fields.parent'),
    },
    {
      name: 'requiresEndorsement',
      type: 'checkbox',
      defaultValue: false,
      label: words('collections:fields.requiresEndorsement'),
    },
    { name: 'order', type: 'number', label: words('collections:fields.order'), index: true },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: words('collections:fields.active'),
    },
    {
      name: 'mergedInto',
      type: 'relationship',
      relationTo: 'departments',
      label: words('collections:fields.mergedInto'),
      filterOptions: {
        and: [{ active: { not_equals: false } }, { mergedInto: { exists: false } }],
      },
      admin: {
        // In sight of the button that saves it.
        position: 'sidebar',
        components: { Field: '/src/admin/departments/merged-into#MergedInto' },
        description: words('collections:hints.mergedInto'),
        condition: (data) => Boolean((data as { id?: unknown }).id),
      },
    },
  ],
};
