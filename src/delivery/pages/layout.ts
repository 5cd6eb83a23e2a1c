import { translate, type Key, type Lang } from '../../i18n/translate';
import { assetVersion } from '../assets/files';
import { KEEP_HEADER } from '../endpoint';
import { surrogateKey } from '../http/answer';
import { markup, type Markup } from './markup';
import { icon, sprite } from './icons';

export type Translate = (key: Key, params?: Record<string, unknown>) => string;

export function words(lang: Lang): Translate {
  return (key, params) => translate(lang, key, params);
}

/** Nothing from elsewhere, no styles or scripts in the page itself. */
export const PAGE_CSP =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The address of this page with other parameters; empty ones are left out. */
export function address(
  path: string,
  params: Record<string, string | string[] | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value ?? []].flat()) if (one !== '') search.append(name, one);
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

interface Page {
  lang: Lang;
  title: string;
  description: string;
  /** This page in the other language. */
  otherLanguage: string;
  current?: 'search' | 'docs';
  body: Markup;
  /** More for the head, and for the top of the foot. */
  head?: Markup;
  foot?: Markup;
  script?: string;
  noindex?: boolean;
}

/** The frame of every public page. */
export function layout(page: Page): string {
  const { lang, current } = page;
  const t = words(lang);
  const own = (path: string) => (lang === 'vi' ? path : `${path}?lang=en`);
  const head = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
${page.noindex && markup`<meta name="robots" content="noindex">`}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/portal.css?v=${assetVersion}">
<link rel="alternate" hreflang="${lang === 'vi' ? 'en' : 'vi'}" href="${page.otherLanguage}">
${page.head}
${page.script && markup`<script src="/assets/${page.script}?v=${assetVersion}" defer></script>`}
</head>`;
  const languages =
    lang === 'vi'
      ? markup`<span aria-current="true">Tiếng Việt</span><a href="${page.otherLanguage}" lang="en" hreflang="en">English</a>`
      : markup`<a href="${page.otherLanguage}" lang="vi" hreflang="vi">Tiếng Việt</a><span aria-current="true">English</span>`;
  const nav = (key: 'search' | 'docs', path: string, label: string) =>
    markup`<li><a href="${own(path)}"${key === current && markup` aria-current="page"`}>${label}</a></li>`;
  return markup`${head}
<body>
${sprite}
<a class="skip" href="#content">${t('delivery:page.skip')}</a>
<header class="top">
  <div class="wrap">
    <a class="brand" href="${own('/')}">
      <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false"><rect width="36" height="36" rx="6" fill="#0f5c6e"/><path d="M8 11c4-.9 7.3-.3 10 1.8 2.7-2.1 6-2.7 10-1.8v14c-4-.9-7.3-.3-10 1.8-2.7-2.1-6-2.7-10-1.8zM18 12.8v14" fill="none" stroke="#fff" stroke-width="1.75" stroke-linejoin="round"/></svg>
      <span><b>${t('delivery:page.brand')}</b><small>${t('delivery:page.tagline')}</small></span>
    </a>
    <details class="site-nav">
      <summary>${icon('menu')}<span class="sr">${t('delivery:page.menu')}</span></summary>
      <nav aria-label="${t('delivery:page.menu')}">
        <ul>
          ${nav('search', '/', t('delivery:page.navSearch'))}
          ${nav('docs', '/v1/docs', t('delivery:page.navDocs'))}
          <li><a href="/admin">${t('delivery:page.navStaff')}</a></li>
        </ul>
      </nav>
    </details>
    <nav class="langs" aria-label="${t('delivery:page.languages')}">${languages}</nav>
  </div>
</header>
<main id="content" tabindex="-1">
${page.body}
</main>
<footer class="foot">
  <div class="wrap">
    ${page.foot}
    <div class="foot-grid">
      <div class="owner">
        <p class="name">${t('delivery:page.ownerName')}</p>
        <p>${t('delivery:page.owner')}</p>
        <p><a href="${own('/bao-vi-pham')}">${t('delivery:page.footNotice')}</a></p>
      </div>
      <nav aria-labelledby="foot-data">
        <h2 id="foot-data">${t('delivery:page.footData')}</h2>
        <ul>
          <li><a href="${own('/v1/docs')}">${t('delivery:page.navDocs')}</a></li>
          <li><a href="/v1/openapi.json">OpenAPI 3.1</a></li>
          <li><a href="/v1/changes">${t('delivery:page.footChanges')}</a></li>
        </ul>
      </nav>
      <nav aria-labelledby="foot-staff">
        <h2 id="foot-staff">${t('delivery:page.footStaff')}</h2>
        <ul>
          <li><a href="/admin">${t('delivery:page.navStaff')}</a></li>
        </ul>
      </nav>
    </div>
  </div>
</footer>
</body>
</html>
`.markup;
}

export function answerPage(
  markup: string,
  lang: Lang,
  options: {
    status?: number;
    keep?: string;
    modified?: Date | undefined;
    /** The identifier that the page is about. */
    about?: string;
  } = {},
): Response {
  return new Response(markup, {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': PAGE_CSP,
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      ...(options.about ? surrogateKey(options.about) : {}),
      ...(options.modified ? { 'last-modified': options.modified.toUTCString() } : {}),
      ...(options.keep ? { [KEEP_HEADER]: options.keep } : {}),
    },
  });
}
