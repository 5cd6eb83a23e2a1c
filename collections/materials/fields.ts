import type { Field } from 'payload';
import { CREATOR_ROLES, ITEM_ROLES } from '../../src/platform/code-lists';
import { INTENDED_USES } from '../../src/rights/types';
import { PUBLICATION_STATUSES, WORKING_STATES } from '../../src/review/states';
import { nobody } from '../shared/access';
import { lawDate } from '../shared/law-date';
import { DURATION, LANGUAGE_TAG, patterned } from '../shared/patterned';
import { options, words } from '../shared/words';

/** Written by the workflow's functions alone: no create, no update through any API. */
const byWorkflow = { create: nobody, update: nobody };

const term = (name: string, scheme: string, hasMany: boolean): Field =>
  ({
    name,
    type: 'relationship',
    relationTo: 'terms',
    hasMany,
    label: words(`collections:fields.${name}` as Parameters<typeof words>[0]),
    filterOptions: { scheme: { equals: scheme } },
  }) as Field;

const accessibility: Field = {
  name: 'accessibility',
  type: 'group',
  label: words('collections:fields.accessibility'),
  fields: [
    { name: 'modes', type: 'text', hasMany: true, label: words('collections:fields.modes') },
    {
      name: 'sufficient',
      type: 'text',
      hasMany: true,
      label: words('collections:fields.sufficient'),
    },
    {
      name: 'features',
      type: 'text',
      hasMany: true,
      label: words('collections:fields.a11yFeatures'),
    },
    { name: 'hazards', type: 'text', hasMany: true, label: words('collections:fields.hazards') },
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      label: words('collections:fields.a11ySummary'),
    },
  ],
};

/** What the department describes; all of it belongs to the content hash of an approval. */
export const contentFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    localized: true,
    maxLength: 300,
    label: words('collections:fields.title'),
  },
  {
    name: 'alternativeTitle',
    type: 'text',
    localized: true,
    maxLength: 300,
    label: words('collections:fields.alternativeTitle'),
  },
  {
    name: 'abstract',
    type: 'textarea',
    localized: true,
    maxLength: 5000,
    label: words('collections:fields.abstract'),
  },
  {
    name: 'keywords',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 100,
    maxRows: 50,
    label: words('collections:fields.keywords'),
  },
  {
    name: 'language',
    type: 'text',
    hasMany: true,
    validate: patterned(LANGUAGE_TAG, 'collections:languageTag') as never,
    defaultValue: ['vi'],
    label: words('collections:fields.language'),
  },
  term('type', 'types', false),
  term('subjects', 'subjects', true),
  term('levels', 'levels', true),
  term('audiences', 'audiences', true),
  term('features', 'features', true),
  { name: 'ageRange', type: 'text', label: words('collections:fields.ageRange') },
  {
    name: 'duration',
    type: 'text',
    label: words('collections:fields.duration'),
    validate: patterned(DURATION, 'collections:durationForm') as never,
  },
  {
    name: 'creators',
    type: 'array',
    label: words('collections:fields.creators'),
    fields: [
      { name: 'name', type: 'text', label: words('collections:fields.personName') },
      {
        name: 'role',
        type: 'select',
        defaultValue: 'author',
        options: CREATOR_ROLES.map((value) => ({
          value,
          label: words(`collections:creatorRoles.${value}`),
        })),
        label: words('collections:fields.role'),
      },
    ],
  },
  { name: 'publisher', type: 'text', label: words('collections:fields.publisher') },
  { name: 'place', type: 'text', label: words('collections:fields.place') },
  lawDate('issued', 'collections:fields.issued'),
  {
    name: 'outcomes',
    type: 'text',
    hasMany: true,
    localized: true,
    maxLength: 500,
    maxRows: 50,
    label: words('collections:fields.outcomes'),
  },
  {
    name: 'educationalUse',
    type: 'text',
    hasMany: true,
    label: words('collections:fields.educationalUse'),
  },
  { name: 'interactivity', type: 'text', label: words('collections:fields.interactivity') },
  accessibility,
  { name: 'basedOn', type: 'text', hasMany: true, label: words('collections:fields.basedOn') },
  { name: 'partOf', type: 'text', hasMany: true, label: words('collections:fields.partOf') },
  {
    name: 'items',
    type: 'array',
    label: words('collections:fields.items'),
    fields: [
      {
        name: 'file',
        type: 'relationship',
        relationTo: 'files',
        required: true,
        label: words('collections:files.one'),
      },
      {
        name: 'role',
        type: 'select',
        defaultValue: 'main',
        options: ITEM_ROLES.map((value) => ({
          value,
          label: words(`collections:itemRoles.${value}`),
        })),
        label: words('collections:fields.role'),
      },
      {
        name: 'caption',
        type: 'text',
        localized: true,
        label: words('collections:fields.caption'),
      },
      {
        name: 'altText',
        type: 'textarea',
        localized: true,
        label: words('collections:fields.altText'),
      },
    ],
  },
  {
    name: 'intendedUse',
    type: 'select',
    hasMany: true,
    defaultValue: ['open_digital'],
    label: words('collections:fields.intendedUse'),
    options: options(INTENDED_USES, (code) => `rights:codes.intendedUse.${code}`),
  },
  lawDate('embargoUntil', 'collections:fields.embargoUntil'),
  {
    name: 'declarations',
    type: 'group',
    label: words('collections:fields.declarations'),
    fields: [
      {
        name: 'noStateSecret',
        type: 'checkbox',
        defaultValue: false,
        label: words('collections:fields.noStateSecret'),
      },
      {
        name: 'consents',
        type: 'checkbox',
        defaultValue: false,
        label: words('collections:fields.consents'),
      },
    ],
  },
];

export const workflowFields: Field[] = [
  {
    name: 'identifier',
    type: 'text',
    unique: true,
    access: byWorkflow,
    label: words('collections:fields.identifier'),
  },
  {
    name: 'state',
    type: 'select',
    required: true,
    defaultValue: 'draft',
    index: true,
    access: byWorkflow,
    label: words('collections:fields.state'),
    options: WORKING_STATES.map((value) => ({
      value,
      label: words(`workflow:states.${value}` as never),
    })),
  },
  {
    name: 'publicationStatus',
    type: 'select',
    required: true,
    defaultValue: 'none',
    index: true,
    access: byWorkflow,
    label: words('collections:fields.publicationStatus'),
    options: PUBLICATION_STATUSES.map((value) => ({
      value,
      label: words(`workflow:publicationStatuses.${value}` as never),
    })),
  },
  /** Title and other title without marks, a language each: what staff search finds by. */
  { name: 'searchKeyVi', type: 'text', access: byWorkflow },
  { name: 'searchKeyEn', type: 'text', access: byWorkflow },
  /** The code its department had when that went into another: approvals are bound to it. */
  { name: 'suppliedAs', type: 'text', access: byWorkflow },
  { name: 'revision', type: 'number', defaultValue: 0, access: byWorkflow },
  { name: 'holder', type: 'relationship', relationTo: 'users', access: byWorkflow },
  { name: 'revisedBy', type: 'relationship', relationTo: 'users', access: byWorkflow },
  { name: 'submittedBy', type: 'relationship', relationTo: 'users', access: byWorkflow },
  /** When it reached the editors; empty while it is the department's own affair. */
  { name: 'submittedAt', type: 'date', index: true, access: byWorkflow },
  /** When the present step began: the review clock counts from here. */
  { name: 'stepSince', type: 'date', index: true, access: byWorkflow },
  { name: 'scheduledAt', type: 'date', index: true, access: byWorkflow },
  { name: 'approval', type: 'relationship', relationTo: 'reviews', access: byWorkflow },
  { name: 'createdBy', type: 'relationship', relationTo: 'users', access: byWorkflow },
  /** Everybody who ever changed the content: they may not approve it. */
  { name: 'editors', type: 'relationship', relationTo: 'users', hasMany: true, access: byWorkflow },
  { name: 'lastEditedBy', type: 'relationship', relationTo: 'users', access: byWorkflow },
];

export const departmentField: Field = {
  name: 'department',
  type: 'relationship',
  relationTo: 'departments',
  required: true,
  index: true,
  label: words('collections:departments.one'),
};
