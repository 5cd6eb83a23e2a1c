import type { Lang } from '../../../i18n/translate';
import { shownDate } from '../../../platform/shown-date';
import type { Tombstone } from '../../../publishing/read/store';
import { UNTIL_CHANGED } from '../../endpoint';
import { materialAddress } from '../../presenters/material';
import { withdrawnReason } from '../../problem';
import { icon } from '../icons';
import { answerPage, layout, words } from '../layout';
import { markup } from '../markup';
import { itemPath } from '../paths';
import { elsewhere } from '../search-box';

/** What is left of a withdrawn material: when and why, and nothing of what it was. */
export function gonePage(tombstone: Tombstone, lang: Lang): Response {
  const t = words(lang);
  const { identifier, withdrawnAt, reason } = tombstone;
  const label = withdrawnReason(reason, lang);
  const page = layout({
    lang,
    title: t('delivery:gone.pageTitle'),
    description: t('delivery:gone.description', { reason: label }),
    otherLanguage: itemPath(identifier, lang === 'vi' ? 'en' : 'vi'),
    noindex: true,
    body: markup`<div class="wrap gone">
  <p class="state">${icon('gone')}${t('delivery:gone.state')}</p>
  <h1>${t('delivery:gone.heading')}</h1>
  <dl class="details">
    <div><dt>${t('delivery:item.identifier')}</dt><dd><span class="code">${identifier}</span></dd></div>
    <div><dt>${t('delivery:gone.date')}</dt><dd>${shownDate(withdrawnAt)}</dd></div>
    <div><dt>${t('delivery:gone.reason')}</dt><dd>${label}</dd></div>
  </dl>
  <div class="notes">
    <section><h2>${t('delivery:gone.copyTitle')}</h2><p>${t('delivery:gone.copy')}</p></section>
    <section><h2>${t('delivery:gone.linkTitle')}</h2><p>${t('delivery:gone.link')}</p></section>
  </div>
</div>
${elsewhere(lang)}`,
    foot: markup`<div class="formats"><h2>${t('delivery:gone.formats')}</h2><ul><li><a href="${materialAddress('', identifier)}" type="application/problem+json">JSON (410)</a></li></ul></div>`,
  });
  return answerPage(page, lang, { status: 410, keep: UNTIL_CHANGED, about: identifier });
}
