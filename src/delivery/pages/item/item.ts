import { z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Lang } from '../../../i18n/translate';
import { isAppError } from '../../../platform/errors';
import { shownDate } from '../../../platform/shown-date';
import type { Snapshot } from '../../../publishing/read/snapshot';
import type { Publication } from '../../../publishing/read/store';
import type { DeliveryContext, Env } from '../../context';
import { materialAddress, pageAddress } from '../../presenters/material';
import * as fields from '../../query/fields';
import { itemParams } from '../../routes/materials';
import { similarTo } from '../../similar';
import { card } from '../hit';
import { icon, typeIcon } from '../icons';
import { answerPage, layout, words } from '../layout';
import { markup, type Markup } from '../markup';
import { itemPath } from '../paths';
import { searchBox } from '../search-box';
import { details } from './details';
import { actions, fileList, preview } from './files';
import { gonePage } from './gone';
import { description, itemHead } from './head';
import { missingPage } from '../missing';
import { credit, permissions } from './rights';

/** In the OpenAPI document; not checked by it, since links gather parameters of all kinds. */
export function describeItemPage(api: OpenAPIHono<Env>): void {
  const page = (what: string) => ({
    description: `delivery:api.responses.${what}`,
    content: { 'text/html': { schema: z.string() } },
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/hoc-lieu/{identifier}',
    operationId: 'showMaterial',
    tags: ['materials'],
    summary: 'delivery:api.operations.showMaterial.summary',
    description: 'delivery:api.operations.showMaterial.description',
    security: [],
    request: { query: z.object({ lang: fields.lang }), params: itemParams },
    responses: {
      200: page('page'),
      304: { description: 'delivery:api.responses.notModified' },
      404: page('notFound'),
      410: page('withdrawn'),
    },
  });
}

const SIMILAR = 4;
/** The index hears of a change a little later than the page. */
const KEEP_MS = 60_000;
const KEEP_WITHOUT_SEARCH_MS = 1_000;

/** `/hoc-lieu/{identifier}`: a material for people to read, cite and pass on. */
export async function itemPage(c: Context<Env>): Promise<Response> {
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const { context } = c.env;
  const identifier = c.req.param('identifier') ?? '';
  const found = await context.store.publication(identifier);
  if (!found) return missingPage(itemPath(identifier, 'vi'), lang);
  if (found.status === 'withdrawn') return gonePage(found.tombstone, lang);
  const { publication } = found;
  const similar = await similarIfSearchable(context, publication);
  const licence = (await context.store.licences()).find(
    ({ code, version }) =>
      code === publication.snapshot.licence.code &&
      version === publication.snapshot.licence.version,
  );
  const { snapshot } = publication;
  const { publicUrl } = context;
  const t = words(lang);
  const title = snapshot.title[lang] ?? snapshot.title.vi;
  const page = layout({
    lang,
    title: t('delivery:item.pageTitle', { title }),
    description: description(snapshot, lang),
    otherLanguage: itemPath(snapshot.identifier, lang === 'vi' ? 'en' : 'vi'),
    script: 'copy.js',
    head: itemHead({ snapshot, lang, publicUrl }),
    foot: formats(materialAddress('', snapshot.identifier), lang),
    body: markup`<div class="band slim"><div class="wrap">${searchBox(lang, t('delivery:item.searchOther'))}</div></div>
<article class="wrap item">
  <div class="item-head">${heading(snapshot, lang)}${actions(snapshot, lang)}</div>
  <div class="item-media">${preview(snapshot, lang)}${fileList(snapshot, lang)}</div>
  <div class="item-rights">
    ${permissions(snapshot, licence, lang)}
    ${credit(snapshot, pageAddress(publicUrl, snapshot.identifier), lang)}
  </div>
  ${details(snapshot, lang)}
  ${similarSection(similar ?? [], lang)}
</article>`,
  });
  return answerPage(page, lang, {
    keep: String(similar ? KEEP_MS : KEEP_WITHOUT_SEARCH_MS),
    modified: context.store.lastModified(),
    about: snapshot.identifier,
  });
}

/** Undefined while search is out: the page stands without it. */
async function similarIfSearchable(
  context: DeliveryContext,
  publication: Publication,
): Promise<Publication[] | undefined> {
  try {
    return await similarTo({ context, publication, limit: SIMILAR });
  } catch (error) {
    if (isAppError(error) && error.code === 'search_unavailable') return undefined;
    throw error;
  }
}

function heading(s: Snapshot, lang: Lang): Markup {
  const t = words(lang);
  const text = (value: { vi: string; en?: string }) => value[lang] ?? value.vi;
  const published = t('delivery:item.publishedOn', { date: shownDate(s.publishedAt) });
  const inVietnamese = (value: { en?: string }) => lang === 'en' && value.en === undefined;
  const spoken = (value: { en?: string }) => inVietnamese(value) && markup` lang="vi"`;
  return markup`<p class="kind">${icon(typeIcon(s.type?.code))}${s.type && markup`<b>${text(s.type.label)}</b>`}<span>${text(s.department.label)}</span><span>${published}</span></p>
<h1${spoken(s.title)}>${text(s.title)}${s.alternativeTitle && markup`<span class="sr">: </span><span class="sub"${spoken(s.alternativeTitle)}>${text(s.alternativeTitle)}</span>`}</h1>
${s.abstract && markup`<p class="lead"${spoken(s.abstract)}>${text(s.abstract)}</p>`}
${s.abstract && inVietnamese(s.abstract) && markup`<p class="muted">${t('delivery:item.inVietnamese')}</p>`}`;
}

function similarSection(similar: Publication[], lang: Lang): Markup {
  if (similar.length === 0) return markup``;
  return markup`<section class="item-similar" aria-labelledby="similar">
  <h2 id="similar">${words(lang)('delivery:item.similar')}</h2>
  <ul class="cards">${similar.map(({ snapshot }) => card(snapshot, lang))}</ul>
</section>`;
}

function formats(path: string, lang: Lang): Markup {
  const english = lang === 'en' ? '&lang=en' : '';
  const link = (format: string, media: string, label: string) =>
    markup`<li><a href="${path}?format=${format}${english}" type="${media}">${label}</a></li>`;
  return markup`<div class="formats">
  <h2>${words(lang)('delivery:item.formats')}</h2>
  <ul>
    ${link('json', 'application/json', 'JSON')}
    ${link('jsonld', 'application/ld+json', 'JSON-LD (schema.org)')}
    ${link('dc', 'application/xml', 'Dublin Core (XML)')}
  </ul>
</div>`;
}
