import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { shownDate } from '../../platform/shown-date';
import { takedownHolds } from '../takedown-hold';
import { upheldNotices, upheldWords, type UpheldNotice } from '../upheld-notice';
import { LISTED, type Listed, type Todo, type TodoReader } from './todo';

interface Held {
  id: string;
  identifier: string;
  title?: string | null;
}

/** What is withdrawn and was not taken up again, of what the person may see. */
async function withdrawnOnes(req: PayloadRequest, lang: Lang): Promise<Held[]> {
  const found = await req.payload.find({
    collection: 'materials',
    where: {
      and: [{ publicationStatus: { equals: 'withdrawn' } }, { state: { equals: 'published' } }],
    },
    select: { identifier: true, title: true },
    sort: 'stepSince',
    depth: 0,
    pagination: false,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return found.docs as unknown as Held[];
}

function todo({ id, title }: Held, notice: UpheldNotice, lang: Lang): Todo {
  return {
    kind: 'upheld',
    material: { id, title: title ?? translate(lang, 'workflow:untitled') },
    detail: translate(lang, 'workflow:home.upheldDetail', {
      words: upheldWords(notice, lang).replaceAll(/\s+/g, ' '),
      date: shownDate(notice.decidedAt),
    }),
    at: notice.decidedAt,
    label: translate(lang, 'workflow:actions.revise'),
  };
}

/** A notice of infringement was upheld: only a corrected version can be public again. */
export async function upheldToMend({ req, lang }: TodoReader): Promise<Listed> {
  const rows = await withdrawnOnes(req, lang);
  const upheld = await upheldNotices(
    req,
    rows.map(({ identifier }) => identifier),
  );
  const listed: Todo[] = [];
  for (const row of rows) {
    const last = upheld.get(row.identifier)?.at(-1);
    if (!last || !(await takedownHolds(req, row.identifier)).includes('upheld')) continue;
    listed.push(todo(row, last, lang));
  }
  return { todo: listed.slice(0, LISTED), total: listed.length };
}
