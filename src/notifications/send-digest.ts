import type { Payload } from 'payload';
import { translate } from '../i18n/translate';
import { getEnv } from '../platform/env';
import { shownDate } from '../platform/shown-date';
import type { NoticeRow } from './notice-words';
import { mailChoiceOf } from './preferences';
import { readable } from './readable';
import { readerOf } from './reader';
import { letterTo, sendLetter } from './send-letter';

/** The mail of a day: what its reader may still see of what they were told, and nobody has done yet. */
export async function sendDigest(input: {
  payload: Payload;
  userId: string;
  noticeIds: string[];
  day: string;
  messageId: string;
}): Promise<void> {
  const { payload, userId, noticeIds, day, messageId } = input;
  const reader = await readerOf(payload, userId);
  if (!reader || (await mailChoiceOf(payload, userId)) === 'none') return;
  const { docs } = await payload.find({
    collection: 'notices',
    where: { id: { in: noticeIds } },
    sort: 'at',
    pagination: false,
    depth: 0,
  });
  const all = await readable(payload, reader, docs as unknown as NoticeRow[]);
  const told = all.filter(({ done }) => !done);
  if (told.length === 0) return;
  const { publicUrl } = getEnv();
  const { lang } = reader;
  const params = { date: shownDate(day), count: told.length };
  const letter = letterTo(reader, {
    subject: translate(lang, 'mail:digest.subject', params),
    paragraphs: [translate(lang, 'mail:digest.text')],
    lines: told.map(({ words }) => ({ text: words.subject, link: publicUrl + words.path })),
    action: { label: translate(lang, 'mail:digest.action'), link: `${publicUrl}/admin/thong-bao` },
  });
  await sendLetter(reader.user.email, letter, messageId);
}
