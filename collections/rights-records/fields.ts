import type { Field } from 'payload';
import {
  AI_USES,
  BASES,
  EVIDENCE_KINDS,
  OWNER_KINDS,
  PORTRAIT_CONSENTS,
  PUBLISHED,
  SCOPES,
  WORK_TYPES,
} from '../../src/rights/types';
import { translate } from '../../src/i18n/translate';
import { readInterview } from '../../src/rights/interview/stored-interview';
import { nobody } from '../shared/access';
import { lawDate } from '../shared/law-date';
import { options, words } from '../shared/words';

const year = (name: string): Field =>
  ({
    name,
    type: 'number',
    min: 1,
    max: 9999,
    label: words(`collections:fields.${name}` as never),
  }) as Field;

const text = (name: string, maxLength = 500): Field =>
  ({ name, type: 'text', maxLength, label: words(`collections:fields.${name}` as never) }) as Field;

const authors: Field = {
  name: 'authors',
  type: 'array',
  label: words('collections:fields.authors'),
  fields: [
    { name: 'name', type: 'text', label: words('collections:fields.personName') },
    text('penName'),
    year('born'),
    year('died'),
    { name: 'living', type: 'checkbox', label: words('collections:fields.living') },
    text('nationality', 60),
  ],
};

const evidence: Field = {
  name: 'evidence',
  type: 'array',
  label: words('collections:fields.evidence'),
  fields: [
    {
      name: 'document',
      type: 'relationship',
      relationTo: 'evidence',
      label: words('collections:evidence.one'),
    },
    {
      name: 'kind',
      type: 'select',
      options: options(EVIDENCE_KINDS, (code) => `rights:codes.evidenceKind.${code}`),
      label: words('collections:fields.kind'),
    },
    text('number', 100),
    lawDate('date', 'collections:fields.date'),
    text('issuer'),
  ],
};

export const rightsFields: Field[] = [
  { name: 'material', type: 'relationship', relationTo: 'materials', required: true, index: true },
  /** Name of the third-party part; empty on the record of the whole. */
  text('component', 300),
  {
    name: 'workType',
    type: 'select',
    options: options(WORK_TYPES, (code) => `rights:codes.workType.${code}`),
    label: words('collections:fields.workType'),
  },
  text('title'),
  authors,
  {
    name: 'anonymous',
    type: 'checkbox',
    defaultValue: false,
    label: words('collections:fields.anonymous'),
  },
  year('fixedYear'),
  {
    name: 'published',
    type: 'select',
    options: options(PUBLISHED, (code) => `rights:codes.published.${code}`),
    label: words('collections:fields.published'),
  },
  year('firstPublishedYear'),
  text('country', 60),
  {
    name: 'owner',
    type: 'group',
    label: words('collections:fields.owner'),
    fields: [
      {
        name: 'kind',
        type: 'select',
        options: options(OWNER_KINDS, (code) => `rights:codes.ownerKind.${code}`),
        label: words('collections:fields.kind'),
      },
      { name: 'name', type: 'text', label: words('collections:fields.name') },
      text('address'),
    ],
  },
  {
    name: 'basis',
    type: 'select',
    options: options(BASES, (code) => `rights:codes.basis.${code}`),
    label: words('collections:fields.basis'),
  },
  evidence,
  {
    name: 'scope',
    type: 'select',
    hasMany: true,
    options: options(SCOPES, (code) => `rights:codes.scope.${code}`),
    label: words('collections:fields.scope'),
  },
  text('territory'),
  lawDate('termFrom', 'collections:fields.termFrom'),
  lawDate('termTo', 'collections:fields.termTo'),
  { name: 'exclusive', type: 'checkbox', label: words('collections:fields.exclusive') },
  { name: 'sublicence', type: 'checkbox', label: words('collections:fields.sublicence') },
  text('remuneration'),
  { name: 'conditions', type: 'textarea', label: words('collections:fields.conditions') },
  {
    name: 'licence',
    type: 'relationship',
    relationTo: 'licences',
    label: words('collections:licences.one'),
  },
  {
    name: 'creditLine',
    type: 'text',
    localized: true,
    maxLength: 500,
    label: words('collections:fields.creditLine'),
  },
  {
    name: 'portraitConsent',
    type: 'select',
    options: options(PORTRAIT_CONSENTS, (code) => `rights:codes.portraitConsent.${code}`),
    label: words('collections:fields.portraitConsent'),
  },
  {
    name: 'ai',
    type: 'group',
    label: words('collections:fields.ai'),
    fields: [
      {
        name: 'use',
        type: 'select',
        options: options(AI_USES, (code) => `rights:codes.aiUse.${code}`),
        label: words('collections:fields.aiUse'),
      },
      text('tool'),
      {
        name: 'humanContribution',
        type: 'textarea',
        label: words('collections:fields.humanContribution'),
      },
    ],
  },
  {
    name: 'tdmReserved',
    type: 'checkbox',
    defaultValue: false,
    label: words('collections:fields.tdmReserved'),
  },
  lawDate('nextReview', 'collections:fields.nextReview'),
  /** How the officer came to the claim. It is no part of the claim: no content hash has it. */
  {
    name: 'interview',
    type: 'json',
    label: words('collections:fields.interview'),
    validate: (value: unknown, { req }) =>
      value === null ||
      value === undefined ||
      readInterview(value) !== null ||
      translate(req.i18n.language === 'en' ? 'en' : 'vi', 'collections:invalidInterview'),
  },
  {
    name: 'decidedBy',
    type: 'relationship',
    relationTo: 'users',
    access: { create: nobody, update: nobody },
  },
  { name: 'decidedAt', type: 'date', access: { create: nobody, update: nobody } },
  /** What the named decision rests on, in the words of who took it. */
  { name: 'decisionGround', type: 'textarea', access: { create: nobody, update: nobody } },
  {
    name: 'editors',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    access: { create: nobody, update: nobody },
  },
  {
    name: 'lastEditedBy',
    type: 'relationship',
    relationTo: 'users',
    access: { create: nobody, update: nobody },
  },
];
