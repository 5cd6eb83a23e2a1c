import type { Payload } from 'payload';
import { LANGUAGE_PREFERENCE } from '../i18n/language-preference';
import { MAIL_CHOICES, MAIL_PREFERENCE, type MailChoice } from '../i18n/mail-preference';
import type { Lang } from '../i18n/translate';

async function preferenceOf(payload: Payload, userId: string, key: string): Promise<unknown> {
  const preference = await payload.find({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: key } }, { 'user.value': { equals: userId } }] },
    limit: 1,
    depth: 0,
  });
  return preference.docs[0]?.value;
}

/** The language in which a person reads the screens; Vietnamese until they choose. */
export async function languageOf(payload: Payload, userId: string): Promise<Lang> {
  return (await preferenceOf(payload, userId, LANGUAGE_PREFERENCE)) === 'en' ? 'en' : 'vi';
}

/** How a person wants their notices by mail; at once until they choose. */
export async function mailChoiceOf(payload: Payload, userId: string): Promise<MailChoice> {
  const chosen = await preferenceOf(payload, userId, MAIL_PREFERENCE);
  return MAIL_CHOICES.find((one) => one === chosen) ?? 'now';
}
