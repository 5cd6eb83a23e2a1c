import type { Lang } from '../../../i18n/translate';
import { address, answerPage, layout, words } from '../layout';
import { markup } from '../markup';
import { NOTICE_PATH } from './form';

export const RECEIVED_PATH = `${NOTICE_PATH}/da-nhan`;

export const receivedAddress = (reference: string, lang: Lang): string =>
  address(RECEIVED_PATH, { ma: reference, lang: lang === 'en' ? 'en' : undefined });

/** What happens now with a notice that was taken. It tells nothing of any notice. */
export function receivedPage(reference: string, lang: Lang): Response {
  const t = words(lang);
  const page = layout({
    lang,
    title: t('delivery:notice.received.pageTitle'),
    description: t('delivery:notice.received.lead'),
    otherLanguage: receivedAddress(reference, lang === 'vi' ? 'en' : 'vi'),
    noindex: true,
    body: markup`<div class="wrap notice">
  <h1>${t('delivery:notice.received.heading')}</h1>
  <p class="lead">${t('delivery:notice.received.lead')}</p>
  <dl class="details"><div><dt>${t('delivery:notice.received.reference')}</dt><dd><span class="code">${reference}</span></dd></div></dl>
  <p>${t('delivery:notice.received.keep')}</p>
  <h2>${t('delivery:notice.received.nextTitle')}</h2>
  <ul class="rules">
    <li>${t('delivery:notice.received.next1')}</li>
    <li>${t('delivery:notice.received.next2')}</li>
    <li>${t('delivery:notice.received.next3')}</li>
  </ul>
  <p class="actions"><a class="btn" href="${lang === 'en' ? '/?lang=en' : '/'}">${t('delivery:missing.home')}</a></p>
</div>`,
  });
  return answerPage(page, lang, { status: 200 });
}
