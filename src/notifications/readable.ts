import type { Payload } from 'payload';
import type { Lang } from '../i18n/translate';
import type { Person } from '../review/people';
import { personOf } from '../review/people';
import { noticeWords, type Decision, type NoticeRow, type NoticeWords } from './notice-words';

/** Somebody to be told, as they are now. */
export interface Reader {
  person: Person;
  user: { id: string; email: string; name: string; collection: 'users' };
  lang: Lang;
}

/** The person as the database knows them now; undefined for one who left or was suspended. */
export async function readerOf(
  payload: Payload,
  userId: string,
  lang: (id: string) => Promise<Lang>,
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
    lang: await lang(id),
  };
}

/** Titles of the materials that the reader may see now, by the access rule of the collection. */
async function titlesFor(
  payload: Payload,
  { user, lang }: Reader,
  ids: string[],
): Promise<Map<string, string | null | undefined>> {
  const { docs } = await payload.find({
    collection: 'materials',
    where: { id: { in: [...new Set(ids)] } },
    select: { title: true },
    locale: lang,
    fallbackLocale: 'vi',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: user as never,
  });
  return new Map(docs.map(({ id, title }) => [id, title]));
}

async function decisionsOf(payload: Payload, rows: NoticeRow[]): Promise<Map<string, Decision>> {
  const ids = rows.flatMap(({ data }) => (data?.reviewId ? [data.reviewId] : []));
  if (ids.length === 0) return new Map();
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { id: { in: ids } },
    select: { actor: true, action: true, reasons: true, comment: true },
    depth: 1,
    pagination: false,
  });
  return new Map((docs as unknown as Decision[]).map((row) => [row.id, row]));
}

/**
 * Those of the notices whose material the reader may see at this moment, in their words. What they
 * lost sight of since (another department, another role) is left out as if it had never been.
 */
export async function readable<T extends NoticeRow>(
  payload: Payload,
  reader: Reader,
  rows: T[],
): Promise<{ row: T; words: NoticeWords }[]> {
  if (rows.length === 0) return [];
  const titles = await titlesFor(
    payload,
    reader,
    rows.map(({ material }) => material),
  );
  const decisions = await decisionsOf(payload, rows);
  const { lang, person } = reader;
  return rows
    .filter(({ material }) => titles.has(material))
    .map((row) => ({
      row,
      words: noticeWords({
        row,
        title: titles.get(row.material),
        decision: decisions.get(row.data?.reviewId ?? ''),
        reader: { lang, role: person.role },
      }),
    }));
}
