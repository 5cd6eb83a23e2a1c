import type { Payload } from 'payload';
import { translate, translateIfKnown, type Lang } from '../i18n/translate';
import type { Capacity, Grounds } from '../platform/takedown';
import { readsTakedowns } from '../publishing/takedown/takedown-reader';
import type { TakedownClock } from '../review/takedown-clocks';
import { shownMoment } from '../platform/shown-date';
import type { NoticeWords } from './notice-words';
import type { Reader } from './reader';

/** Of a notice of infringement what its mail says; never who sent it, nor what they wrote. */
export interface Infringement {
  id: string;
  reference: string;
  capacity: Capacity;
  grounds: Grounds;
  identifiers: string[];
  clocks: TakedownClock[];
}

/** The first clock of all, whatever was done since: the mail tells of the arrival. */
const firstOf = (clocks: TakedownClock[]): TakedownClock | undefined =>
  [...clocks].sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];

export function wordsOfInfringement(
  notice: Infringement,
  titles: Map<string, string | null | undefined>,
  lang: Lang,
): NoticeWords {
  const { id, reference, capacity, grounds, identifiers } = notice;
  const first = firstOf(notice.clocks);
  const known = (key: string, code: string) =>
    translateIfKnown(lang, `admin:${key}.${code}`) ?? code;
  const params = {
    reference,
    named: identifiers.map((one) => titles.get(one) ?? one).join('; '),
    capacity: known('takedowns.capacities', capacity),
    grounds: known('takedowns.grounds', grounds),
    clock: translate(lang, `workflow:home.takedownClocks.${first?.code ?? 'decision'}`),
    due: first ? shownMoment(first.dueAt) : '',
  };
  return {
    subject: translate(lang, 'mail:takedown.subject', params),
    paragraphs: translate(lang, 'mail:takedown.text', params).split('\n\n'),
    action: translate(lang, 'mail:takedown.action'),
    path: `/admin/thong-bao-vi-pham/${id}`,
  };
}

/** Title by identifier, of what was public: a draft that somebody guessed is none of a notice's. */
async function titlesOf(payload: Payload, { user, lang }: Reader, identifiers: string[]) {
  const { docs } = await payload.find({
    collection: 'materials',
    where: {
      and: [
        { identifier: { in: [...new Set(identifiers)] } },
        { publicationStatus: { not_equals: 'none' } },
      ],
    },
    select: { identifier: true, title: true },
    locale: lang,
    fallbackLocale: 'vi',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: user as never,
  });
  return new Map(docs.map(({ identifier, title }) => [identifier ?? '', title]));
}

/** By id, those of the notices of infringement that the reader may see now. */
export async function takedownWords(
  payload: Payload,
  reader: Reader,
  ids: string[],
): Promise<Map<string, NoticeWords>> {
  if (ids.length === 0 || !readsTakedowns(reader.person.role)) return new Map();
  const { docs } = await payload.find({
    collection: 'takedowns',
    where: { id: { in: [...new Set(ids)] } },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: reader.user as never,
  });
  const notices = docs as unknown as Infringement[];
  const titles = await titlesOf(
    payload,
    reader,
    notices.flatMap(({ identifiers }) => identifiers),
  );
  return new Map(notices.map((one) => [one.id, wordsOfInfringement(one, titles, reader.lang)]));
}
