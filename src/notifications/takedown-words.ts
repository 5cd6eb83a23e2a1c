import type { Payload } from 'payload';
import { translate, translateIfKnown, type Lang } from '../i18n/translate';
import { shownMoment } from '../platform/shown-date';
import { titlesOf } from '../publishing/takedown/named-materials';
import { readsTakedowns } from '../publishing/takedown/takedown-reader';
import type { TakedownRow } from '../publishing/takedown/takedown-row';
import type { TakedownClock } from '../review/takedown-clocks';
import { isDone } from './is-done';
import type { NoticeRow, NoticeWords } from './notice-words';
import type { Reader } from './reader';
import { seenBy } from './seen-by';

/** Of a notice of infringement what its mail says; never who sent it, nor what they wrote. */
export type Infringement = Pick<
  TakedownRow,
  'id' | 'reference' | 'capacity' | 'grounds' | 'identifiers' | 'clocks'
>;

/** The first clock of all, whatever was done since: so does the mail tell that tells of the arrival. */
const firstOf = (clocks: TakedownClock[]): TakedownClock | undefined =>
  [...clocks].sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];

/** Of which clock it tells, and when that ends or ended. */
const clockOf = (clocks: TakedownClock[], data: NoticeRow['data']): TakedownClock | undefined =>
  data?.clock && data.at ? { code: data.clock, dueAt: data.at } : firstOf(clocks);

const kindOf = ({ kind }: Pick<NoticeRow, 'kind'>) =>
  kind === 'takedown_near' || kind === 'takedown_late' ? kind : 'takedown';

export function wordsOfInfringement(
  notice: Infringement,
  titles: Map<string, string>,
  said: { lang: Lang; row: Pick<NoticeRow, 'kind' | 'data'> },
): NoticeWords {
  const { lang, row } = said;
  const { id, reference, capacity, grounds, identifiers } = notice;
  const kind = kindOf(row);
  const clock = clockOf(notice.clocks, row.data);
  const known = (key: string, code: string) =>
    translateIfKnown(lang, `admin:${key}.${code}`) ?? code;
  const params = {
    reference,
    named: identifiers.map((one) => titles.get(one) ?? one).join('; '),
    capacity: known('takedowns.capacities', capacity),
    grounds: known('takedowns.grounds', grounds),
    clock: translate(lang, `workflow:home.takedownClocks.${clock?.code ?? 'decision'}`),
    due: clock ? shownMoment(clock.dueAt) : '',
  };
  return {
    subject: translate(lang, `mail:${kind}.subject`, params),
    paragraphs: translate(lang, `mail:${kind}.text`, params).split('\n\n'),
    action: translate(lang, `mail:${kind}.action`),
    path: `/admin/thong-bao-vi-pham/${id}`,
  };
}

/** By id of the row, what is said of those notices of infringement that the reader may see now. */
export async function takedownWords(
  payload: Payload,
  reader: Reader,
  rows: NoticeRow[],
): Promise<Map<string, { words: NoticeWords; done: boolean }>> {
  const ids = [...new Set(rows.flatMap(({ takedown }) => takedown ?? []))];
  if (ids.length === 0 || !readsTakedowns(reader.person.role)) return new Map();
  const found = await seenBy<Infringement & Pick<TakedownRow, 'status'>>(payload, reader, {
    collection: 'takedowns',
    where: { id: { in: ids } },
  });
  const notices = new Map(found.map((one) => [one.id, one]));
  const { lang } = reader;
  const named = found.flatMap(({ identifiers }) => identifiers);
  const titles = await titlesOf({ payload }, named, lang);
  return new Map(
    rows.flatMap((row) => {
      const takedown = notices.get(row.takedown ?? '');
      if (!takedown) return [];
      const words = wordsOfInfringement(takedown, titles, { lang, row });
      return [[row.id, { words, done: isDone(row, { takedown }) }]];
    }),
  );
}
