import { z } from '@hono/zod-openapi';

export const langSchema = z.enum(['vi', 'en']);
const moment = z.iso.datetime().openapi({ example: '2026-04-01T02:15:00Z' });
const day = z.iso.date().openapi({ example: '2026-03-12' });

export const codedSchema = z
  .strictObject({ code: z.string(), label: z.string() })
  .openapi('Coded', { example: { code: 'handout', label: 'Tờ rơi' } });

const creatorSchema = z.strictObject({ name: z.string(), role: z.string() }).openapi('Creator');

const licenceSchema = z
  .strictObject({
    code: z.string().openapi({ example: 'CC-BY-4.0' }),
    version: z.number().int(),
    label: z.string(),
    url: z.string().nullable(),
    permits: z.array(z.string()).openapi({ example: ['copy', 'share', 'adapt', 'commercial'] }),
  })
  .openapi('MaterialLicence');

const accessibilitySchema = z
  .strictObject({
    modes: z.array(z.string()),
    sufficient: z.array(z.string()),
    features: z.array(z.string()),
    hazards: z.array(z.string()),
    summary: z.string().nullable(),
  })
  .openapi('Accessibility');

const fileSchema = z
  .strictObject({
    id: z.string(),
    role: z.string().openapi({ example: 'main' }),
    name: z.string().openapi({ example: 'tay-chan-mieng.pdf' }),
    mediaType: z.string().openapi({ example: 'application/pdf' }),
    size: z.number().int(),
    sha256: z.string(),
    pages: z.number().int().nullable(),
    duration: z.number().nullable(),
    caption: z.string().nullable(),
    altText: z.string().nullable(),
    url: z.string().nullable(),
    view: z.string().nullable(),
    thumbnail: z.string().nullable(),
  })
  .openapi('File');

export const materialSchema = z
  .strictObject({
    identifier: z.string().openapi({ example: 'hl-7q4m2k9xt0' }),
    revision: z.number().int(),
    lang: langSchema,
    languages: z.array(langSchema),
    fallbacks: z.array(z.string()),
    title: z.string().openapi({ example: 'Phòng bệnh tay chân miệng' }),
    alternativeTitle: z.string().nullable(),
    abstract: z.string().nullable(),
    keywords: z.array(z.string()),
    language: z.array(z.string()),
    type: z.union([codedSchema, z.null()]),
    subjects: z.array(codedSchema),
    levels: z.array(codedSchema),
    audiences: z.array(codedSchema),
    features: z.array(codedSchema),
    department: codedSchema,
    creators: z.array(creatorSchema),
    publisher: z.string().nullable(),
    issued: day.nullable(),
    publishedAt: moment,
    modifiedAt: moment,
    licence: licenceSchema,
    rightsHolder: z.string().nullable(),
    copyrightYear: z.number().int().nullable(),
    attribution: z.string(),
    accessibility: accessibilitySchema,
    ageRange: z.string().nullable(),
    duration: z.string().nullable(),
    outcomes: z.array(z.string()),
    educationalUse: z.array(z.string()),
    interactivity: z.string().nullable(),
    place: z.string().nullable(),
    basedOn: z.array(z.string()),
    partOf: z.array(z.string()),
    files: z.array(fileSchema),
    links: z.strictObject({
      self: z.string(),
      html: z.string(),
      jsonld: z.string(),
      dc: z.string(),
      similar: z.string(),
    }),
  })
  .openapi('Material');

const { outcomes: _outcomes, links: _links, files: _files, ...summary } = materialSchema.shape;
const { sha256: _sha256, caption: _caption, altText: _altText, ...fileSummary } = fileSchema.shape;

// Put together from the parts rather than extended: an `allOf` of closed objects admits nothing.
export const summarySchema = z
  .strictObject({
    ...summary,
    files: z.array(z.strictObject(fileSummary).openapi('FileSummary')),
  })
  .openapi('MaterialSummary');

export type Material = z.infer<typeof materialSchema>;
export type MaterialSummary = z.infer<typeof summarySchema>;
