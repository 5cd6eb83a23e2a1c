import type { Payload } from 'payload';
import { LANGUAGE_PREFERENCE } from '../i18n/language-preference';
import type { Lang } from '../i18n/translate';

/** The language in which a person reads the screens; Vietnamese until they choose. */
export async function languageOf(payload: Payload, userId: string): Promise<Lang> {
  const preference = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [{ key: { equals: LANGUAGE_PREFERENCE } }, { 'user.value': { equals: userId } }],
    },
    limit: 1,
    depth: 0,
  });
  return preference.docs[0]?.value === 'en' ? 'en' : 'vi';
}
