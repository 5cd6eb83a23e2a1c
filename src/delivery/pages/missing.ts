import type { Lang } from '../../i18n/translate';
import { address, answerPage, layout, words } from './layout';
import { markup } from './markup';
import { elsewhere } from './search-box';

/** For an address where there is nothing, and which says no more than that. */
export function missingPage(path: string, lang: Lang): Response {
  const t = words(lang);
  const [other, inOther] =
    lang === 'vi' ? (['en', words('en')] as const) : (['vi', words('vi')] as const);
  // More slashes than one would begin the address of another server.
  const own = `/${path.replace(/^[/\\]+/, '')}`;
  const otherLanguage = address(own, { lang: other === 'en' ? 'en' : undefined });
  const page = layout({
    lang,
    title: t('delivery:missing.pageTitle'),
    description: t('delivery:missing.lead'),
    otherLanguage,
    noindex: true,
    body: markup`<div class="wrap gone">
  <h1>${t('delivery:missing.heading')}</h1>
  <p class="lead">${t('delivery:missing.lead')}</p>
  <p class="also" lang="${other}"><a href="${otherLanguage}">${inOther('delivery:missing.heading')}</a></p>
  <p class="actions"><a class="btn btn-primary" href="${lang === 'en' ? '/?lang=en' : '/'}">${t('delivery:missing.home')}</a></p>
</div>
${elsewhere(lang)}`,
  });
  return answerPage(page, lang, { status: 404 });
}
