import type { Payload } from 'payload';
import type { Lang } from '../i18n/translate';
import { personOf, type Person } from '../review/people';
import { languageOf } from './preferences';

/** Somebody to be told, as they are now. */
export interface Reader {
  person: Person;
  user: { id: string; email: string; name: string; collection: 'users' };
  lang: Lang;
}

/**
 * The person as the database knows them now; undefined for one who left or was suspended.
 *
 * @param lang of the screen they look at; without one the language they have chosen
 */
export async function readerOf(
  payload: Payload,
  userId: string,
  lang?: Lang,
): Promise<Reader | undefined> {
  const user = await payload.findByID({
    collection: 'users',
    id: userId,
    depth: 0,
    disableErrors: true,
  });
  const person = personOf(user);
  if (!person) return undefined;
  const { id, email, name } = user as Reader['user'];
  return {
    person,
    user: { ...(user as object), id, email, name, collection: 'users' },
    lang: lang ?? (await languageOf(payload, id)),
  };
}
