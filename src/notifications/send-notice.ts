import type { Payload } from 'payload';
import { translate, translateIfKnown, type Key, type Lang } from '../i18n/translate';
import { getEnv } from '../platform/env';
import { sendMail } from '../platform/mail/send-mail';

export interface Notice {
  payload: Payload;
  /** `return`, `reject`, `approve`, `publish`, `withdraw`: texts in `mail:<template>`. */
  template: string;
  userId: string;
  materialId: string;
  reviewId: string;
}

async function languageOf(payload: Payload, userId: string): Promise<Lang> {
  const preference = await payload.find({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: 'locale' } }, { 'user.value': { equals: userId } }] },
    limit: 1,
    depth: 0,
  });
  return preference.docs[0]?.value === 'en' ? 'en' : 'vi';
}

/** Tells a person of a decision on what they submitted, in their language; nothing they may not see. */
export async function sendNotice(notice: Notice): Promise<void> {
  const { payload, template, userId, materialId, reviewId } = notice;
  const user = await payload.findByID({
    collection: 'users',
    id: userId,
    depth: 0,
    disableErrors: true,
  });
  if (!user || user.active === false) return;
  const lang = await languageOf(payload, userId);
  const material = await payload.findByID({
    collection: 'materials',
    id: materialId,
    depth: 0,
    locale: lang,
    fallbackLocale: 'vi',
    disableErrors: true,
  });
  const review = await payload.findByID({
    collection: 'reviews',
    id: reviewId,
    depth: 0,
    disableErrors: true,
  });
  if (!material || !review) return;
  const reasons = (review.reasons ?? [])
    .map((code) => translateIfKnown(lang, `workflow:reasons.${code}`) ?? code)
    .map((label) => `• ${label}`)
    .join('\n');
  const params = {
    name: user.name,
    title: material.title ?? translate(lang, 'workflow:untitled'),
    comment: review.comment ?? '',
    reasons,
    link: `${getEnv().publicUrl}/admin/hoc-lieu/${materialId}`,
  };
  const said = [params.comment, params.reasons].filter(Boolean).join('\n\n');
  await sendMail({
    to: user.email,
    subject: translate(lang, `mail:${template}.subject` as Key, params),
    text: translate(lang, `mail:${template}.text` as Key, { ...params, said }),
    // One effect, one message: a retried mail keeps its id, so a reader's program shows it once.
    messageId: reviewId,
  });
}
