import { OpenAPIHono, z } from '@hono/zod-openapi';
import { AppError } from '../platform/errors';
import { readAsset } from './assets/files';
import type { ReadStore } from '../publishing/read/store';
import type { Env } from './context';
import { answerJson, json, KEEP_HEADER, register, UNTIL_CHANGED, type Endpoint } from './endpoint';
import { describeApi, describeKey } from './openapi';
import { docsPage, type Sample } from './pages/docs';
import { homePage } from './pages/home';
import { registerNoticePages } from './pages/notice/routes';
import { describeItemPage, itemPage } from './pages/item/item';
import * as fields from './query/fields';
import { describeHeaders } from './response-headers';
import { acknowledgeChanges } from './routes/acknowledge';
import { listChanges } from './routes/changes';
import { getFile, getText, getThumbnail, viewFile } from './routes/files';
import { getMaterial, getSimilar, listMaterials } from './routes/materials';
import { getHealth, getReadiness } from './routes/operation';
import { listDepartments, listLicences, listTerms } from './routes/reference';
import { searchMaterials, suggestTerms } from './routes/search';
import { sendTakedown } from './routes/takedowns';
import { registerWrite } from './write-endpoint';

const langOnly = z.strictObject({ lang: fields.lang });

/** A published material for the examples of the documentation, one whose file has text and picture. */
async function sampleOf(store: ReadStore): Promise<Sample | undefined> {
  const { items } = await store.list({ keys: [], sort: '-modifiedAt', limit: 20 });
  for (const { identifier, snapshot } of items) {
    const file = snapshot.files.find(({ thumbnailKey, textKey }) => thumbnailKey && textKey);
    if (file && snapshot.download) return { material: identifier, file: file.id };
  }
  return undefined;
}

/** Every public address. Routes find what they work with in their request's `context`. */
export function createApi(): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>();
  describeKey(api);
  describeHeaders(api);
  register(api, listMaterials);
  register(api, getMaterial);
  register(api, getSimilar);
  describeItemPage(api);
  register(api, searchMaterials);
  register(api, suggestTerms);
  register(api, getFile);
  register(api, viewFile);
  register(api, getThumbnail);
  register(api, getText);
  register(api, listChanges);
  registerWrite(api, acknowledgeChanges);
  registerWrite(api, sendTakedown);
  register(api, listTerms);
  register(api, listLicences);
  register(api, listDepartments);
  const getOpenApi: Endpoint<typeof langOnly> = {
    operationId: 'getOpenApi',
    tag: 'reference',
    path: '/v1/openapi.json',
    query: langOnly,
    responses: { 200: json(z.looseObject({ openapi: z.string() }), 'openapi') },
    handle: ({ lang, context: { publicUrl } }) =>
      answerJson(describeApi(api, { publicUrl, lang }), { lang }),
  };
  register(api, getOpenApi);
  register(api, getHealth);
  register(api, getReadiness);

  api.get('/', homePage);
  registerNoticePages(api);
  api.get('/hoc-lieu/:identifier', itemPage);
  api.get('/v1/docs', async (c) => {
    const lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
    const { publicUrl, store } = c.env.context;
    const document = describeApi(api, { publicUrl, lang });
    return docsPage({ document, lang, publicUrl, sample: await sampleOf(store) });
  });
  for (const start of ['/v1', '/v1/']) api.get(start, (c) => c.redirect('/v1/docs', 302));
  api.get('/assets/:name{.+}', async (c) => {
    const asset = await readAsset(c.req.param('name'));
    if (!asset) throw new AppError('not_found');
    const dated = c.req.query('v') !== undefined || asset.mediaType === 'font/woff2';
    return new Response(new Uint8Array(asset.body), {
      headers: {
        'content-type': asset.mediaType,
        'cache-control': dated ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        [KEEP_HEADER]: UNTIL_CHANGED,
      },
    });
  });
  api.notFound((c) => {
    const isProgram = c.req.path.startsWith('/v1/');
    const errors = isProgram ? [{ field: 'path', code: 'unknown_address' }] : [];
    throw new AppError('not_found', { errors });
  });
  // Answered by whoever called: it knows the language and writes the log.
  api.onError((error) => {
    throw error;
  });
  return api;
}
