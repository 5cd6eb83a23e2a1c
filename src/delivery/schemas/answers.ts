import { z } from '@hono/zod-openapi';
import { TERM_SCHEMES } from '../../platform/code-lists';
import { codedSchema, langSchema, summarySchema } from './material';

export const materialListSchema = z
  .strictObject({
    items: z.array(summarySchema),
    total: z.number().int(),
    totalIsExact: z.boolean(),
    next: z.string().nullable(),
  })
  .openapi('MaterialList');

export const similarSchema = z
  .strictObject({ items: z.array(summarySchema) })
  .openapi('SimilarMaterials');

const facetSchema = z
  .strictObject({ code: z.string(), label: z.string(), count: z.number().int() })
  .openapi('FacetValue');

export const searchSchema = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          ...summarySchema.shape,
          highlights: z.strictObject({
            title: z.string().nullable(),
            text: z.string().nullable(),
          }),
        })
        .openapi('SearchHit'),
    ),
    total: z.number().int(),
    totalIsExact: z.boolean(),
    next: z.string().nullable(),
    facets: z.record(z.string(), z.array(facetSchema)),
  })
  .openapi('SearchAnswer');

export const suggestSchema = z
  .strictObject({ suggestions: z.array(z.string()) })
  .openapi('Suggestions');

const reference = { lang: langSchema, fallbacks: z.array(z.string()) };

export const termsSchema = z
  .strictObject({
    ...reference,
    scheme: z.enum(TERM_SCHEMES),
    items: z.array(
      z
        .strictObject({
          ...codedSchema.shape,
          altLabels: z.array(z.string()),
          broader: z.string().nullable(),
          uri: z.string().nullable(),
          validFrom: z.string().nullable(),
          validTo: z.string().nullable(),
        })
        .openapi('Term'),
    ),
  })
  .openapi('Terms');

export const licencesSchema = z
  .strictObject({
    ...reference,
    items: z.array(
      z
        .strictObject({
          ...codedSchema.shape,
          version: z.number().int(),
          kind: z.string(),
          summary: z.string().nullable(),
          url: z.string().nullable(),
          permits: z.array(z.string()),
          conditions: z.array(z.string()),
          reservedForPortals: z.boolean(),
          active: z.boolean(),
        })
        .openapi('Licence'),
    ),
  })
  .openapi('Licences');

export const departmentsSchema = z
  .strictObject({
    ...reference,
    items: z.array(
      z
        .strictObject({
          ...codedSchema.shape,
          kind: z.string(),
          parent: z.string().nullable(),
          active: z.boolean(),
          mergedInto: z.string().nullable(),
        })
        .openapi('Department'),
    ),
  })
  .openapi('Departments');

export const changesSchema = z
  .strictObject({
    changes: z.array(
      z
        .strictObject({
          type: z.enum(['published', 'updated', 'labels', 'withdrawn', 'reinstated']),
          identifier: z.string(),
          revision: z.number().int(),
          at: z.iso.datetime(),
        })
        .openapi('Change'),
    ),
    next: z.string(),
    more: z.boolean(),
  })
  .openapi('Changes');

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().nullable(),
    errors: z.array(
      z.strictObject({
        field: z.string(),
        code: z.string(),
        message: z.string(),
        remedy: z.string().nullable(),
      }),
    ),
  })
  .openapi('Problem');

export const withdrawnSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.literal(410),
    code: z.literal('withdrawn'),
    detail: z.string(),
    identifier: z.string(),
    withdrawnAt: z.iso.datetime(),
    reason: codedSchema,
  })
  .openapi('Withdrawn');

const partSchema = z.strictObject({
  status: z.enum(['ok', 'degraded', 'out']),
  detail: z.string().nullable(),
});

export const readySchema = z
  .strictObject({
    status: z.enum(['ok', 'degraded', 'out']),
    parts: z.record(z.string(), partSchema),
  })
  .openapi('Readiness');

export const healthSchema = z.strictObject({ status: z.literal('ok') }).openapi('Health');
