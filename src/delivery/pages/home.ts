import type { Context } from 'hono';
import type { Lang } from '../../i18n/translate';
import { AppError, isAppError } from '../../platform/errors';
import type { FacetField } from '../../search/port';
import type { Env } from '../context';
import { find, type FindAnswer } from '../find';
import { engineSort } from '../routes/search';
import { FACETS, readAsked, searchAddress, type Asked } from './asked';
import { facetRail } from './facet-rail';
import { card, hit, type ConditionsOf } from './hit';
import { markup, type Markup } from './markup';
import { icon, pavilion } from './icons';
import { address, answerPage, layout, words } from './layout';

const PAGE = 10;

async function look(c: Context<Env>, asked: Asked): Promise<FindAnswer | 'out'> {
  const query = {
    context: c.env.context,
    q: asked.q,
    filters: asked.filters,
    facets: asked.searching ? FACETS : (['subject'] as FacetField[]),
    sort: asked.searching ? engineSort(asked.sort) : ('newest' as const),
    limit: asked.searching ? PAGE : 6,
    lang: asked.lang,
  };
  try {
    return await find({ ...query, cursor: asked.cursor });
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'invalid_cursor') return await find(query);
    if (error.code === 'search_unavailable') return 'out';
    throw new AppError(error.code, {}, error);
  }
}

/** `/`: what this is, and a search that needs no JavaScript. */
export async function homePage(c: Context<Env>): Promise<Response> {
  const asked = readAsked(new URL(c.req.url).searchParams);
  const { lang } = asked;
  const t = words(lang);
  const found = await look(c, asked);
  const licences = await c.env.context.store.licences();
  const conditionsOf: ConditionsOf = ({ code, version }) =>
    licences.find((one) => one.code === code && one.version === version)?.conditions ?? [];
  const content =
    found === 'out'
      ? outage(lang)
      : asked.searching
        ? results(asked, found, conditionsOf)
        : front(lang, found);
  const page = layout({
    lang,
    title: asked.q ? t('delivery:page.titleSearch', { q: asked.q }) : t('delivery:page.title'),
    description: t('delivery:page.description'),
    otherLanguage: searchAddress(asked, { lang: lang === 'vi' ? 'en' : 'vi' }),
    current: 'search',
    noindex: asked.searching,
    body: markup`${band(asked)}${content}`,
  });
  return answerPage(page, lang, found === 'out' ? { status: 503 } : { keep: '1000' });
}

function band({ q, lang }: Asked): Markup {
  const t = words(lang);
  return markup`<div class="band">
  <div class="wrap">
    ${pavilion}
    <h1>${t('delivery:page.heading')}</h1>
    <form role="search" action="/" method="get">
      <div class="searchbox">
        ${icon('search')}
        <label class="sr" for="q">${t('delivery:page.keywords')}</label>
        <input id="q" type="search" name="q" value="${q}" maxlength="300" placeholder="${t('delivery:page.placeholder')}" aria-describedby="q-hint" autocomplete="off" enterkeyhint="search">
        ${lang === 'en' && markup`<input type="hidden" name="lang" value="en">`}
        <button class="btn btn-primary" type="submit">${t('delivery:page.find')}</button>
      </div>
      <p class="hint" id="q-hint">${t('delivery:page.hint')}</p>
    </form>
  </div>
</div>`;
}

function outage(lang: Lang): Markup {
  const t = words(lang);
  return markup`<div class="wrap home"><p class="message"><b>${t('delivery:page.out')}.</b> ${t('delivery:page.outHelp')}</p></div>`;
}

function results(asked: Asked, found: FindAnswer, conditionsOf: ConditionsOf): Markup {
  const { q, lang, sort } = asked;
  const t = words(lang);
  const n = new Intl.NumberFormat(lang).format(found.total);
  const heading = q ? t('delivery:page.foundFor', { n, q }) : t('delivery:page.foundAll', { n });
  const order = (value: Asked['sort'], label: string) =>
    markup`<a href="${searchAddress(asked, { sort: value })}"${value === sort && markup` aria-current="true"`}>${label}</a>`;
  const rail = facetRail(asked, found.facets);
  return markup`<div class="wrap results-grid">
  ${rail.filters}
  <section aria-labelledby="results">
    <div class="results-head">
      <h2 id="results" tabindex="-1">${heading}</h2>
      <nav class="sort" aria-label="${t('delivery:page.sort')}">
        ${order('relevance', t('delivery:page.sortRelevance'))}
        ${order('-publishedAt', t('delivery:page.sortNewest'))}
        ${order('title', t('delivery:page.sortTitle'))}
      </nav>
    </div>
    ${rail.chips}
    ${
      found.hits.length === 0
        ? markup`<p class="message"><b>${t('delivery:page.nothing')}</b> ${t('delivery:page.nothingHelp')}</p>`
        : markup`<ol>${found.hits.map(({ publication, highlights }) =>
            hit({ snapshot: publication.snapshot, highlights, lang, conditionsOf }),
          )}</ol>`
    }
    ${
      found.hits.length > 0 &&
      markup`<p class="more-results">${found.next && markup`<a class="btn" href="${searchAddress(asked, { cursor: found.next })}">${t('delivery:page.next')}</a>`}<span class="muted">${t('delivery:page.showing', { n: found.hits.length, total: n })}</span></p>`
    }
  </section>
</div>`;
}

function front(lang: Lang, found: FindAnswer): Markup {
  const t = words(lang);
  const english = lang === 'en' ? 'en' : undefined;
  const topics = (found.facets.subject ?? []).slice(0, 9);
  return markup`<div class="wrap home">
  <section aria-labelledby="about">
    <h2 id="about">${t('delivery:page.aboutTitle')}</h2>
    <p class="about">${t('delivery:page.about')}</p>
    ${
      topics.length > 0 &&
      markup`<ul class="topics" aria-label="${t('delivery:page.topics')}">${topics.map(
        ({ code, label, count }) =>
          markup`<li><a href="${address('/', { subject: code, lang: english })}"><span class="name">${label}</span><span class="n">${count}<span class="sr"> ${t('delivery:page.materials')}</span></span></a></li>`,
      )}</ul>`
    }
  </section>
  <section aria-labelledby="newest">
    <h2 id="newest">${t('delivery:page.newest')}</h2>
    ${
      found.hits.length === 0
        ? markup`<p class="message">${t('delivery:page.nothingYet')}</p>`
        : markup`<ul class="cards">${found.hits.map(({ publication }) => card(publication.snapshot, lang))}</ul>`
    }
  </section>
  <section class="doors">
    <div>
      <h2>${t('delivery:page.developersTitle')}</h2>
      <p>${t('delivery:page.developers')}</p>
      <a class="btn" href="${address('/v1/docs', { lang: english })}">${t('delivery:page.developersDocs')}</a>
    </div>
    <div>
      <h2>${t('delivery:page.staffTitle')}</h2>
      <p>${t('delivery:page.staff')}</p>
      <a class="btn" href="/admin">${t('delivery:page.staffLink')}</a>
    </div>
  </section>
</div>`;
}
