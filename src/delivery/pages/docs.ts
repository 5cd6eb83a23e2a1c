import type { Lang } from '../../i18n/translate';
import { UNTIL_CHANGED } from '../endpoint';
import type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiSchema,
} from '../openapi';
import { markup, type Markup } from './markup';
import { address, answerPage, layout, words } from './layout';
import { typeWords } from './type-words';

/** What there is to ask about: identifiers of a material and of one of its files. */
export interface Sample {
  material: string;
  file: string;
}

/** While nothing is published the examples show what identifiers look like. */
const INVENTED: Sample = { material: 'hl-7q4m2k9xt0', file: '9f2k7m4q8t1v6w3x5y0z' };

/** What one would really ask, by operation. */
const examples = ({ material, file }: Sample): Record<string, string> => ({
  listMaterials: '/v1/materials?department=YT&limit=5',
  getMaterial: `/v1/materials/${material}?lang=en`,
  showMaterial: `/hoc-lieu/${material}`,
  getSimilar: `/v1/materials/${material}/similar`,
  searchMaterials: '/v1/search?q=tay+chan+mieng&facets=subject,department',
  suggest: '/v1/suggest?q=an+to',
  getFile: `/v1/files/${file}`,
  getThumbnail: `/v1/files/${file}/thumbnail`,
  getText: `/v1/files/${file}/text`,
  listChanges: '/v1/changes?limit=50',
  listTerms: '/v1/terms/subjects',
});

interface Operation extends OpenApiOperation {
  path: string;
  method: string;
}

/** What one would really send, by operation. */
const bodies = ({ material }: Sample): Record<string, string> => ({
  acknowledgeChanges: ` -H 'Authorization: Bearer kho_…' -H 'Content-Type: application/json' -d '{"identifiers":["${material}"]}'`,
  sendTakedown: ` -H 'Content-Type: application/json' -d '{"identifiers":["${material}"],"name":"…","contact":"…","capacity":"author","grounds":"copyright","statement":"…"}'`,
});

/** The OpenAPI document for people: made here, needs no script and nothing from elsewhere. */
export function docsPage(input: {
  document: OpenApiDocument;
  lang: Lang;
  publicUrl: string;
  sample: Sample | undefined;
}): Response {
  const { document, lang, publicUrl, sample = INVENTED } = input;
  const asked = examples(sample);
  const sent = bodies(sample);
  const t = words(lang);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
  const groups = document.tags.map(({ name, description }) => ({
    name,
    title: description,
    operations: operations.filter(({ tags }) => tags.includes(name)),
  }));
  const body = markup`<div class="wrap docs">
  <nav class="docs-nav" aria-label="${t('delivery:docs.operations')}">
    ${groups.map(
      (group) =>
        markup`<h2>${group.title}</h2><ul>${group.operations.map(
          ({ operationId, summary }) => markup`<li><a href="#${operationId}">${summary}</a></li>`,
        )}</ul>`,
    )}
    <h2><a href="#schemas">${t('delivery:docs.schemas')}</a></h2>
  </nav>
  <article>
    <h1>${t('delivery:docs.heading')}</h1>
    <p class="lead">${t('delivery:docs.lead', { url: publicUrl })}</p>
    ${shell(`curl '${publicUrl}/v1/search?q=an+toan'`, lang)}
    <h2>${t('delivery:docs.rules')}</h2>
    <ul class="rules">
      <li>${t('delivery:docs.rule1')}</li>
      <li>${t('delivery:docs.rule2')}</li>
      <li>${t('delivery:docs.rule3')}</li>
      <li>${t('delivery:docs.rule4')}</li>
      <li>${t('delivery:docs.rule5')}</li>
      <li>${t('delivery:docs.rule6')}</li>
      <li><a href="${address('/v1/openapi.json', { lang: lang === 'en' ? 'en' : undefined })}">${t('delivery:docs.openapi')}</a></li>
    </ul>
    ${groups.map(
      (group) =>
        markup`<h2>${group.title}</h2>${group.operations.map((one) => operation(one, lang, `curl '${publicUrl}${asked[one.operationId] ?? one.path}'${sent[one.operationId] ?? ''}`))}`,
    )}
    <h2 id="schemas">${t('delivery:docs.schemas')}</h2>
    ${Object.entries(document.components.schemas).map(([name, shape]) => schema(name, shape, lang))}
  </article>
</div>`;
  const page = layout({
    lang,
    title: t('delivery:docs.title'),
    description: document.info.description,
    otherLanguage: lang === 'vi' ? '/v1/docs?lang=en' : '/v1/docs',
    current: 'docs',
    script: 'copy.js',
    body,
  });
  return answerPage(page, lang, { keep: UNTIL_CHANGED });
}

function shell(command: string, lang: Lang): Markup {
  const t = words(lang);
  return markup`<div class="shell"><pre>${command}</pre><button type="button" data-copy="${t('delivery:docs.copied')}" hidden>${t('delivery:docs.copy')}</button></div>`;
}

function operation(one: Operation, lang: Lang, example: string): Markup {
  const t = words(lang);
  const parameters = one.parameters ?? [];
  return markup`<section class="op" id="${one.operationId}">
  <h3>${one.summary}</h3>
  <p class="path"><span class="method">${one.method}</span><span class="code">${one.path}</span></p>
  <p>${one.description}</p>
  <h4>${t('delivery:docs.example')}</h4>
  ${shell(example, lang)}
  ${Object.entries(one.requestBody?.content ?? {}).map(
    ([media, { schema: shape }]) =>
      markup`<p><small><span class="code">${media}</span> ${reference(shape)}</small></p>`,
  )}
  ${
    parameters.length > 0 &&
    markup`<h4>${t('delivery:docs.parameters')}</h4>
  <div class="scroll"><table>
    <thead><tr><th scope="col">${t('delivery:docs.name')}</th><th scope="col">${t('delivery:docs.kind')}</th><th scope="col">${t('delivery:docs.meaning')}</th></tr></thead>
    <tbody>${parameters.map((each) => parameter(each, lang))}</tbody>
  </table></div>`
  }
  <h4>${t('delivery:docs.responses')}</h4>
  <div class="scroll"><table><tbody>${Object.entries(one.responses).map(
    ([status, { description, content }]) =>
      markup`<tr><td class="status">${status}</td><td>${description}${Object.entries(
        content ?? {},
      ).map(
        ([media, { schema: shape }]) =>
          markup`<small><span class="code">${media}</span> ${reference(shape)}</small>`,
      )}</td></tr>`,
  )}</tbody></table></div>
</section>`;
}

function parameter(each: OpenApiParameter, lang: Lang): Markup {
  const t = words(lang);
  const { minimum, maximum } = each.schema;
  const notes = [
    minimum === undefined || maximum === undefined
      ? ''
      : t('delivery:docs.range', { from: String(minimum), to: String(maximum) }),
    each.in === 'path' ? t('delivery:docs.inPath') : '',
    each.schema.default === undefined
      ? ''
      : t('delivery:docs.default', { value: String(each.schema.default) || '""' }),
  ].filter(Boolean);
  return markup`<tr><td class="code">${each.name}</td><td>${typeWords(each.schema, lang)}${notes.length > 0 && markup`<small>${notes.join(', ')}</small>`}</td><td>${each.description}</td></tr>`;
}

function reference(shape: OpenApiSchema): Markup {
  const name = shape.$ref?.split('/').at(-1);
  return markup`${name && markup`<a href="#schema-${name}">${name}</a>`}`;
}

function schema(name: string, shape: OpenApiSchema, lang: Lang): Markup {
  const t = words(lang);
  const properties = Object.entries(flat(shape));
  return markup`<section class="op" id="schema-${name}">
  <h3 class="code">${name}</h3>
  <div class="scroll"><table>
    <thead><tr><th scope="col">${t('delivery:docs.name')}</th><th scope="col">${t('delivery:docs.kind')}</th></tr></thead>
    <tbody>${properties.map(
      ([key, inner]) =>
        markup`<tr><td class="code">${key}</td><td>${typeWords(inner, lang)}</td></tr>`,
    )}</tbody>
  </table></div>
</section>`;
}

/** Properties of a shape and of those it is put together from. */
function flat(shape: OpenApiSchema): Record<string, OpenApiSchema> {
  return Object.assign({}, ...(shape.allOf ?? []).map(flat), shape.properties ?? {}) as Record<
    string,
    OpenApiSchema
  >;
}
