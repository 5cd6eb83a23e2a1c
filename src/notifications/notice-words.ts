import { translate, translateIfKnown, type Key, type Lang } from '../i18n/translate';
import { shownDate, shownMoment } from '../platform/shown-date';
import type { NoticeData } from '../review/notice';
import { upheldWords, type UpheldNotice } from '../review/upheld-notice';
import type { NoticeKind } from '../review/notice-kinds';
import { decides } from '../review/people';
import { conditionText } from '../review/problem';
import type { Role } from '../review/states';

export interface Decision {
  id: string;
  actor?: { name?: string } | string | null;
  action: string;
  reasons?: string[] | null;
  comment?: string | null;
}

export interface NoticeRow {
  id: string;
  user: string;
  kind: NoticeKind;
  material?: string | null;
  takedown?: string | null;
  data?: NoticeData | null;
  at: string;
  readAt?: string | null;
}

export interface NoticeWords {
  subject: string;
  paragraphs: string[];
  action: string;
  /** Below the public address. */
  path: string;
}

/** The comment of a decision and its reasons, one a line. */
function saidIn({ comment, reasons }: Decision, lang: Lang): string {
  const listed = (reasons ?? []).map(
    (code) => `• ${translateIfKnown(lang, `workflow:reasons.${code}`) ?? code}`,
  );
  return [comment, listed.join('\n')].filter(Boolean).join('\n\n');
}

/** Why a schedule is off: who decided what, or what stood in the way when its moment came. */
function whyCancelled(decision: Decision | undefined, { refused }: NoticeData, lang: Lang): string {
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
  const code = refused?.code ?? 'internal';
  // The account that is refused is not the reader's.
  const title =
    translateIfKnown(lang, `mail:schedule_cancelled.account.${code}`) ??
    translateIfKnown(lang, `errors:${code}.title`) ??
    '';
  return translate(lang, 'mail:schedule_cancelled.refused', {
    what: lines.length > 0 ? lines.join('\n') : `• ${title}`,
  });
}

function causeOf(row: NoticeRow, decision: Decision | undefined, lang: Lang): string {
  const data = row.data ?? {};
  if (row.kind === 'schedule_cancelled') return whyCancelled(decision, data, lang);
  if (row.kind === 'claim_returned' && data.cause)
    return translate(lang, `mail:claim_returned.cause.${data.cause}`, { days: data.days ?? 0 });
  return '';
}

function leftOf({ days }: NoticeData, lang: Lang): string {
  if (days === undefined) return '';
  return days === 0
    ? translate(lang, 'mail:frame.today')
    : translate(lang, 'mail:frame.left', { days });
}

const OF_RIGHTS: readonly NoticeKind[] = ['expiring', 'expired', 'review_due', 'review_overdue'];

function pathOf({ kind, material }: NoticeRow, role: Role): string {
  const toReview: NoticeKind[] = ['submit', 'assign', 'overdue', 'embargo_ended'];
  if (decides(role) && toReview.includes(kind)) return `/admin/tham-dinh/${material ?? ''}`;
  return `/admin/hoc-lieu/${material ?? ''}${OF_RIGHTS.includes(kind) ? '#quyen' : ''}`;
}

/** A notice in the words of its reader, who may see the material. */
export function noticeWords(input: {
  row: NoticeRow;
  title: string | null | undefined;
  decision: Decision | undefined;
  /** `takedown_upheld`: the notice of infringement, as far as the department is told. */
  upheld?: UpheldNotice | undefined;
  reader: { lang: Lang; role: Role };
}): NoticeWords {
  const { row, decision, upheld, reader } = input;
  const { lang, role } = reader;
  const data = row.data ?? {};
  const title = input.title ?? translate(lang, 'workflow:untitled');
  const what = data.part
    ? translate(lang, 'mail:frame.part', { part: data.part, title })
    : translate(lang, 'mail:frame.whole', { title });
  const params = {
    title,
    what,
    date: data.date ? shownDate(data.date) : '',
    days: data.days ?? 0,
    left: leftOf(data, lang),
    at: data.at ? shownMoment(data.at) : '',
    cause: causeOf(row, decision, lang),
  };
  const say = (part: 'subject' | 'text' | 'action') =>
    translate(lang, `mail:${row.kind}.${part}` as Key, params);
  return {
    subject: say('subject'),
    paragraphs: [
      ...say('text').split('\n\n'),
      upheld ? upheldWords(upheld, lang) : decision ? saidIn(decision, lang) : '',
    ],
    action: say('action'),
    path: pathOf(row, role),
  };
}
