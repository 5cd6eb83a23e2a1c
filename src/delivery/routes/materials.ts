import { z } from '@hono/zod-openapi';
import { AppError } from '../../platform/errors';
import { LIST_SORTS, type ListQuery, type Publication } from '../../publishing/read/store';
import {
  answerJson,
  answerWithdrawn,
  gone,
  json,
  problem,
  KEEP_HEADER,
  whileTagged,
  type Endpoint,
} from '../endpoint';
import { formatFor, type Format } from '../http/accept';
import { surrogateKey } from '../http/answer';
import { presentDublinCore } from '../presenters/material-dc';
import { presentJsonLd } from '../presenters/material-jsonld';
import { presentMaterial, presentSummary } from '../presenters/material';
import { decodeCursor, encodeCursor } from '../query/cursor';
import * as fields from '../query/fields';
import { materialListSchema, similarSchema } from '../schemas/answers';
import { materialSchema } from '../schemas/material';
import { similarTo } from '../similar';

const listQuery = z.strictObject({
  ...fields.filters,
  updatedSince: fields.updatedSince,
  sort: fields.oneOf('sort', LIST_SORTS, '-modifiedAt'),
  limit: fields.limit(100, 20),
  cursor: fields.cursor,
  lang: fields.lang,
});

export const listMaterials: Endpoint<typeof listQuery> = {
  operationId: 'listMaterials',
  tag: 'materials',
  path: '/v1/materials',
  query: listQuery,
  responses: { 200: json(materialListSchema, 'list') },
  async handle({ query, lang, context }) {
    const { store, publicUrl } = context;
    const keys = Object.entries(fields.filtersOf(query)).map(([field, codes]) =>
      codes.map((code) => `${field}:${code}`),
    );
    const wanted: ListQuery = {
      keys,
      sort: query.sort,
      limit: query.limit,
      ...(query.updatedSince === undefined ? {} : { updatedSince: query.updatedSince }),
    };
    const scope = ['materials', keys, query.updatedSince ?? null, query.sort];
    if (query.cursor !== undefined) {
      const [value, identifier] = decodeCursor(scope, query.cursor, ['string', 'string']);
      wanted.after = { value: String(value), identifier: String(identifier) };
    }
    const page = await store.list(wanted);
    return answerJson(
      {
        items: page.items.map(({ snapshot }) => presentSummary({ snapshot, lang, publicUrl })),
        total: page.total,
        totalIsExact: true,
        next: page.next ? encodeCursor(scope, [page.next.value, page.next.identifier]) : null,
      },
      { lang, modified: store.lastModified() },
    );
  },
};

const itemQuery = z.strictObject({
  format: z
    .enum(['json', 'jsonld', 'dc'])
    .optional()
    .openapi({ param: { name: 'format', in: 'query', description: 'delivery:api.params.format' } }),
  lang: fields.lang,
});

export const itemParams = z.object({
  identifier: z.string().openapi({
    example: 'hl-7q4m2k9xt0',
    param: { name: 'identifier', in: 'path', description: 'delivery:api.params.identifier' },
  }),
});

export const getMaterial: Endpoint<typeof itemQuery> = {
  operationId: 'getMaterial',
  tag: 'materials',
  path: '/v1/materials/{identifier}',
  query: itemQuery,
  params: itemParams,
  responses: {
    200: {
      description: 'delivery:api.responses.material',
      content: {
        'application/json': { schema: materialSchema },
        'application/ld+json': { schema: z.record(z.string(), z.unknown()) },
        'application/xml': { schema: z.string() },
      },
    },
    404: problem('notFound'),
    406: problem('notAcceptable'),
    410: gone,
  },
  async handle({ query, lang, param, context, c }) {
    const { store, publicUrl } = context;
    const found = await store.publication(param('identifier'));
    if (!found) throw new AppError('not_found');
    if (found.status === 'withdrawn') {
      return answerWithdrawn(found.tombstone, lang);
    }
    const format = query.format ?? formatFor(c.req.header('accept'));
    if (!format) throw new AppError('not_acceptable', { params: { formats: FORMATS } });
    return presentIn(format, { publication: found.publication, lang, publicUrl });
  },
};

const MEDIA: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  dc: 'application/xml; charset=utf-8',
};

const FORMATS = Object.values(MEDIA)
  .map((type) => type.split(';')[0])
  .join(', ');

function presentIn(
  format: Format,
  input: { publication: Publication; lang: 'vi' | 'en'; publicUrl: string },
): Response {
  const { snapshot } = input.publication;
  const what = { snapshot, lang: input.lang, publicUrl: input.publicUrl };
  const body =
    format === 'dc'
      ? presentDublinCore(what)
      : JSON.stringify(format === 'jsonld' ? presentJsonLd(what) : presentMaterial(what));
  return new Response(body, {
    headers: {
      'content-type': MEDIA[format],
      'content-language': input.lang,
      'last-modified': new Date(snapshot.modifiedAt).toUTCString(),
      vary: 'Accept',
      ...surrogateKey(snapshot.identifier),
      [KEEP_HEADER]: whileTagged(input.publication),
    },
  });
}

const similarQuery = z.strictObject({ limit: fields.limit(20, 6), lang: fields.lang });

export const getSimilar: Endpoint<typeof similarQuery> = {
  operationId: 'getSimilar',
  tag: 'materials',
  path: '/v1/materials/{identifier}/similar',
  query: similarQuery,
  params: itemParams,
  responses: { 200: json(similarSchema, 'similar'), 404: problem('notFound'), 410: gone },
  async handle({ query, lang, param, context }) {
    const { store, publicUrl } = context;
    const found = await store.publication(param('identifier'));
    if (!found) throw new AppError('not_found');
    if (found.status === 'withdrawn') {
      return answerWithdrawn(found.tombstone, lang);
    }
    const near = await similarTo({ context, publication: found.publication, limit: query.limit });
    return answerJson(
      { items: near.map(({ snapshot }) => presentSummary({ snapshot, lang, publicUrl })) },
      { lang, keepMs: 60_000 },
    );
  },
};
