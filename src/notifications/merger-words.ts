import type { Payload } from 'payload';
import { translate, type Lang } from '../i18n/translate';
import type { Merger } from '../review/notice';
import type { NoticeRow, NoticeWords } from './notice-words';
import type { Reader } from './reader';
import { seenBy } from './seen-by';

export function wordsOfMerger(
  { from, into, people, materials }: Merger,
  names: Map<string, string>,
  lang: Lang,
): NoticeWords {
  const params = { from: names.get(from) ?? '', into: names.get(into) ?? '', people, materials };
  return {
    subject: translate(lang, 'mail:department_merged.subject', params),
    paragraphs: translate(lang, 'mail:department_merged.text', params).split('\n\n'),
    action: translate(lang, 'mail:department_merged.action'),
    path: '/admin/hoc-lieu',
  };
}

/** By id of the notice; every one who signs in may read what departments are called. */
export async function mergerWords(
  payload: Payload,
  reader: Reader,
  rows: NoticeRow[],
): Promise<Map<string, { words: NoticeWords }>> {
  const mergers = rows.flatMap(({ id, data }) =>
    data?.merger ? [{ id, merger: data.merger }] : [],
  );
  if (mergers.length === 0) return new Map();
  const departments = await seenBy<{ id: string; name: string }>(payload, reader, {
    collection: 'departments',
    where: { id: { in: mergers.flatMap(({ merger }) => [merger.from, merger.into]) } },
    select: { name: true },
  });
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  return new Map(
    mergers.map(({ id, merger }) => [id, { words: wordsOfMerger(merger, names, reader.lang) }]),
  );
}
