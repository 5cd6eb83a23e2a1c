import type { PayloadRequest, Where } from 'payload';
import type { Lang } from '../i18n/translate';
import { now } from '../platform/clock';
import { AppError } from '../platform/errors';
import type { NoticeKind } from '../review/notice-kinds';
import type { NoticeRow, NoticeWords } from './notice-words';
import { readable } from './readable';
import { readerOf } from './reader';

/** `GET /api/staff/notices?page=`: what the person was told of, the newest first. */
export interface NoticesView {
  /** Of the newest {@link COUNTED} that were not read: those that ask for nothing that is done. */
  unread: number;
  notices: {
    id: string;
    kind: NoticeKind;
    text: string;
    /** The first that was said with it: a comment, a reason. */
    detail: string;
    path: string;
    at: string;
    read: boolean;
  }[];
  page: number;
  pages: number;
}

const PAGE = 30;
const COUNTED = 100;

async function ownNotices(req: PayloadRequest, where: Where, limit: number, page = 1) {
  return await req.payload.find({
    collection: 'notices',
    where: { and: [{ user: { equals: req.user?.id } }, where] },
    sort: ['-at', 'id'],
    limit,
    page,
    depth: 0,
  });
}

/** On one line: a comment before its reasons, reasons where there is none, else what happened. */
function detailOf({ paragraphs }: NoticeWords): string {
  const said = paragraphs.at(-1) || (paragraphs[0] ?? '');
  const [first = ''] = said.split('\n\n');
  return first.replace(/^• /, '').replaceAll('\n• ', '; ');
}

export async function noticesView(
  req: PayloadRequest,
  lang: Lang,
  page: number,
): Promise<NoticesView> {
  const { payload, user } = req;
  const reader = user && (await readerOf(payload, user.id, lang));
  if (!reader) throw new AppError('not_signed_in');
  const found = await ownNotices(req, {}, PAGE, page);
  const unread = await ownNotices(req, { readAt: { exists: false } }, COUNTED);
  const shown = await readable(payload, reader, found.docs as unknown as NoticeRow[]);
  const fresh = await readable(payload, reader, unread.docs as unknown as NoticeRow[]);
  return {
    unread: fresh.filter(({ done }) => !done).length,
    notices: shown.map(({ row, words, done }) => ({
      id: row.id,
      kind: row.kind,
      text: words.subject,
      detail: detailOf(words),
      path: words.path,
      at: row.at,
      read: done || Boolean(row.readAt),
    })),
    page: found.page ?? 1,
    pages: found.totalPages,
  };
}

/** `POST /api/staff/notices/read` `{ ids }`, or all without: only one's own are ever touched. */
export async function readNotices(req: PayloadRequest): Promise<{ read: true }> {
  const { ids } = (req.data ?? {}) as { ids?: unknown };
  if (ids !== undefined && (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string')))
    throw new AppError('invalid_input', { errors: [{ field: 'ids', code: 'invalid_value' }] });
  const these: Where[] = ids === undefined ? [] : [{ id: { in: ids } }];
  const own: Where = { user: { equals: req.user?.id } };
  await req.payload.update({
    collection: 'notices',
    where: { and: [own, { readAt: { exists: false } }, ...these] },
    data: { readAt: now().toISOString() },
    depth: 0,
  });
  return { read: true };
}
