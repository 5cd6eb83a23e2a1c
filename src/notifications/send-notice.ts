import type { Payload } from 'payload';
import { translate, translateIfKnown, type Key, type Lang } from '../i18n/translate';
import { HANOI } from '../platform/clock';
import { getEnv } from '../platform/env';
import { sendMail } from '../platform/mail/send-mail';
import { shownDate } from '../platform/shown-date';
import type { NoticeData } from '../review/notice';
import { conditionText } from '../review/problem';
import { languageOf } from './language-of';

export interface Notice extends NoticeData {
  payload: Payload;
  userId: string;
  /** One effect, one message: a retried mail keeps its id, so a reader's program shows it once. */
  messageId: string;
}

interface Decision {
  actor?: { name?: string } | string | null;
  action: string;
  reasons?: string[] | null;
  comment?: string | null;
}

async function decisionOf({ payload, reviewId }: Notice): Promise<Decision | undefined> {
  if (!reviewId) return undefined;
  const row = (await payload.findByID({
    collection: 'reviews',
    id: reviewId,
    depth: 1,
    disableErrors: true,
  })) as unknown as Decision | null;
  return row ?? undefined;
}

/** The comment of a decision and its reasons, one a line. */
function saidIn({ comment, reasons }: Decision, lang: Lang): string {
  const listed = (reasons ?? []).map(
    (code) => `• ${translateIfKnown(lang, `workflow:reasons.${code}`) ?? code}`,
  );
  return [comment, listed.join('\n')].filter(Boolean).join('\n\n');
}

/** `08:00, 01/12/2026` in Hanoi. */
function shownMoment(at: string): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: HANOI,
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${time.format(new Date(at))}, ${shownDate(at)}`;
}

/** Why a schedule is off: who decided what, or what stood in the way when its moment came. */
function causeOf(decision: Decision | undefined, { refused }: Notice, lang: Lang): string {
  if (decision) {
    const actor = typeof decision.actor === 'object' ? decision.actor?.name : undefined;
    return translate(lang, 'mail:schedule_cancelled.decided', {
      name: actor ?? translate(lang, 'workflow:why.nobody'),
      action: translateIfKnown(lang, `workflow:done.${decision.action}`) ?? decision.action,
    });
  }
  const lines = (refused?.errors ?? []).map(
    (problem) => `• ${conditionText(problem, lang).message}`,
  );
  const title = translateIfKnown(lang, `errors:${refused?.code ?? 'internal'}.title`) ?? '';
  return translate(lang, 'mail:schedule_cancelled.refused', {
    what: lines.length > 0 ? lines.join('\n') : `• ${title}`,
  });
}

/** Tells a person of a decision on what they submitted or scheduled, in their language. */
export async function sendNotice(notice: Notice): Promise<void> {
  const { payload, template, userId, materialId } = notice;
  const user = await payload.findByID({
    collection: 'users',
    id: userId,
    depth: 0,
    disableErrors: true,
  });
  if (!user || user.active === false) return;
  const lang = await languageOf(payload, userId);
  const material = await payload.findByID({
    collection: 'materials',
    id: materialId,
    depth: 0,
    locale: lang,
    fallbackLocale: 'vi',
    disableErrors: true,
  });
  const decision = await decisionOf(notice);
  if (!material || (notice.reviewId && !decision)) return;
  const params = {
    name: user.name,
    title: material.title ?? translate(lang, 'workflow:untitled'),
    said: decision ? saidIn(decision, lang) : '',
    at: notice.at ? shownMoment(notice.at) : '',
    cause: template === 'schedule_cancelled' ? causeOf(decision, notice, lang) : '',
    link: `${getEnv().publicUrl}/admin/hoc-lieu/${materialId}`,
  };
  await sendMail({
    to: user.email,
    subject: translate(lang, `mail:${template}.subject` as Key, params),
    // What was not said leaves no gap.
    text: translate(lang, `mail:${template}.text` as Key, params).replace(/\n{3,}/g, '\n\n'),
    messageId: notice.messageId,
  });
}
