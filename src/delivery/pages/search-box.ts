import type { Lang } from '../../i18n/translate';
import { icon } from './icons';
import { words } from './layout';
import { markup, type Markup } from './markup';

/** The search of a page that is about something else. */
export function searchBox(lang: Lang, placeholder: string, look = ''): Markup {
  const t = words(lang);
  return markup`<form role="search" action="/" method="get">
  <div class="searchbox${look && ` ${look}`}">
    ${icon('search')}
    <label class="sr" for="q">${t('delivery:page.keywords')}</label>
    <input id="q" type="search" name="q" maxlength="300" placeholder="${placeholder}" autocomplete="off" enterkeyhint="search">
    ${lang === 'en' && markup`<input type="hidden" name="lang" value="en">`}
    <button class="btn btn-primary" type="submit">${t('delivery:page.find')}</button>
  </div>
</form>`;
}

/** What else to look for, under a page that could not give what was asked. */
export function elsewhere(lang: Lang): Markup {
  const t = words(lang);
  return markup`<section class="elsewhere" aria-labelledby="elsewhere">
  <div class="wrap">
    <h2 id="elsewhere">${t('delivery:gone.elsewhere')}</h2>
    ${searchBox(lang, t('delivery:page.placeholder'), 'plain')}
  </div>
</section>`;
}
