import type { Payload } from 'payload';
import { getEnv } from '../platform/env';
import { isUrgent, type MailState } from '../review/notice-kinds';
import type { Letter } from './letter';
import type { NoticeRow, NoticeWords } from './notice-words';
import { mailChoiceOf } from './preferences';
import { readable } from './readable';
import { readerOf, type Reader } from './reader';
import { letterTo, sendLetter } from './send-letter';

function noticeLetter(reader: Reader, words: NoticeWords): Letter {
  const { subject, paragraphs, action, path } = words;
  const link = getEnv().publicUrl + path;
  return letterTo(reader, { subject, paragraphs, action: { label: action, link } });
}

type Kept = NoticeRow & { mail: MailState };

/**
 * Writes to a person what they were told of, if they want it at once and may still see it: their
 * standing, role and departments are asked again now, not when it happened. `messageId`: one effect,
 * one message; a retried mail keeps its id, so a reader's program shows it once.
 */
export async function sendNotice(input: {
  payload: Payload;
  noticeId: string;
  messageId: string;
}): Promise<void> {
  const { payload, noticeId, messageId } = input;
  const row = (await payload.findByID({
    collection: 'notices',
    id: noticeId,
    depth: 0,
    disableErrors: true,
  })) as unknown as Kept | null;
  if (row?.mail !== 'pending') return;
  const left = async (mail: MailState) =>
    await payload.update({ collection: 'notices', id: noticeId, data: { mail }, depth: 0 });
  const reader = await readerOf(payload, row.user);
  const choice = reader ? await mailChoiceOf(payload, row.user) : 'none';
  const atOnce = choice === 'now' || (choice === 'daily' && isUrgent(row.kind));
  if (!reader || !atOnce) {
    await left(choice === 'daily' ? 'kept' : 'none');
    return;
  }
  const [told] = await readable(payload, reader, [row]);
  if (told) await sendLetter(reader.user.email, noticeLetter(reader, told.words), messageId);
  await left(told ? 'sent' : 'none');
}
