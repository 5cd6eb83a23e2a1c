import type { OpenAPIHono } from '@hono/zod-openapi';
import { translate, type Key, type Lang } from '../i18n/translate';
import type { Env } from './context';
import { withExamples } from './examples';

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, OpenApiSchema> };
}
export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: OpenApiParameter[];
  requestBody?: { content: Record<string, { schema: OpenApiSchema }> };
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: OpenApiSchema }> }
  >;
}
export interface OpenApiParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: OpenApiSchema;
}
export interface OpenApiSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  items?: OpenApiSchema;
  properties?: Record<string, OpenApiSchema>;
  additionalProperties?: boolean | OpenApiSchema;
  required?: string[];
  anyOf?: OpenApiSchema[];
  oneOf?: OpenApiSchema[];
  allOf?: OpenApiSchema[];
}

export const API_VERSION = '1.0.0';
const TAGS = [
  'materials',
  'search',
  'files',
  'changes',
  'takedowns',
  'reference',
  'operation',
] as const;

/** Descriptions stand in the routes as keys of their words. */
function inWords(value: unknown, lang: Lang): unknown {
  if (typeof value === 'string') {
    return value.startsWith('delivery:api.') ? translate(lang, value as Key) : value;
  }
  if (Array.isArray(value)) return value.map((inner) => inWords(inner, lang));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inWords(inner, lang)]),
  );
}

/** How a portal says who it is. */
export function describeKey(api: OpenAPIHono<Env>): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'portalKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'delivery:api.portalKey',
  });
}

const made = new WeakMap<OpenAPIHono<Env>, Map<string, OpenApiDocument>>();

/** The document of the registered routes, made once a language. */
export function describeApi(
  api: OpenAPIHono<Env>,
  input: { publicUrl: string; lang: Lang },
): OpenApiDocument {
  const known = made.get(api) ?? new Map<string, OpenApiDocument>();
  made.set(api, known);
  const key = `${input.lang} ${input.publicUrl}`;
  const found = known.get(key);
  if (found) return found;
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'delivery:api.title',
      version: API_VERSION,
      description: 'delivery:api.description',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: input.publicUrl }],
    tags: TAGS.map((name) => ({ name, description: `delivery:api.tags.${name}` })),
  });
  const worded = inWords(document, input.lang) as OpenApiDocument;
  const whole = withExamples(worded, input.publicUrl);
  known.set(key, whole);
  return whole;
}
