import type { Payload, Where } from 'payload';
import type { Reader } from './reader';

/** What of a collection the reader may see at this moment, by its own access rule, in their language. */
export async function seenBy<T>(
  payload: Payload,
  { user, lang }: Reader,
  wanted: {
    collection: 'departments' | 'materials' | 'takedowns';
    where: Where;
    select?: Record<string, true>;
  },
): Promise<T[]> {
  const { collection, where, select } = wanted;
  const { docs } = await payload.find({
    collection,
    where,
    ...(select ? { select: select as never } : {}),
    locale: lang,
    fallbackLocale: 'vi',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: user as never,
  });
  return docs as unknown as T[];
}
