import type { Where } from 'payload';
import { translate } from '../../i18n/translate';
import { hanoiDate } from '../../platform/clock';
import { shownDate } from '../../platform/shown-date';
import { addDays } from '../../rights/civil-date';
import { FIRST_NOTICE_DAYS } from '../../rights/due-notice';
import { byId } from './by-id';
import { LISTED, type Listed, type Todo, type TodoReader } from './todo';

interface Row {
  material: string;
  status: 'live' | 'withdrawn';
  termEnds?: string | null;
  reviewOn?: string | null;
}

/** Publications as the system: the department of their material says who may see them. */
async function publications({ req, person }: TodoReader, where: Where, sort: keyof Row) {
  const ofDepartment = person.role === 'contributor' || person.role === 'manager';
  const own: Where = { 'material.department': { in: person.departments } };
  const found = await req.payload.find({
    collection: 'publications',
    where: ofDepartment ? { and: [where, own] } : where,
    select: { material: true, status: true, termEnds: true, reviewOn: true },
    sort,
    limit: LISTED,
    depth: 0,
    overrideAccess: true,
  });
  return { rows: found.docs as unknown as Row[], total: found.totalDocs };
}

async function listed(
  reader: TodoReader,
  found: { rows: Row[]; total: number },
  entry: (row: Row) => Omit<Todo, 'material'>,
): Promise<Listed> {
  const { req, lang } = reader;
  const titles = await byId<{ id: string; title?: string | null }>(req, {
    collection: 'materials',
    ids: found.rows.map(({ material }) => material),
    select: { title: true },
    lang,
  });
  const todo = found.rows.map((row) => ({
    ...entry(row),
    material: {
      id: row.material,
      title: titles.get(row.material)?.title ?? translate(lang, 'workflow:untitled'),
    },
  }));
  return { todo, total: found.total };
}

/** Granted terms of what is public that end soon, and what came down because one has ended. */
export async function expiring(reader: TodoReader) {
  const { lang } = reader;
  const today = hanoiDate();
  const near: Where = {
    and: [
      { status: { equals: 'live' } },
      { termEnds: { less_than_equal: addDays(today, FIRST_NOTICE_DAYS) } },
    ],
  };
  const ended: Where = {
    and: [
      { status: { equals: 'withdrawn' } },
      { withdrawReason: { equals: 'term_ended' } },
      { termEnds: { greater_than_equal: addDays(today, -FIRST_NOTICE_DAYS) } },
    ],
  };
  const found = await publications(reader, { or: [near, ended] }, 'termEnds');
  const hasEnded = ({ status, termEnds }: Row) =>
    status === 'withdrawn' || (termEnds ?? '') < today;
  const words = (row: Row) => {
    if (row.status === 'withdrawn') return 'workflow:home.withdrawnDetail' as const;
    return hasEnded(row)
      ? ('workflow:home.endedDetail' as const)
      : ('workflow:home.expiringDetail' as const);
  };
  return await listed(reader, found, (row) => ({
    kind: hasEnded(row) ? 'ended' : 'expiring',
    detail: translate(lang, words(row), { date: shownDate(row.termEnds ?? '') }),
    at: row.termEnds ?? '',
    label: translate(lang, 'workflow:home.renew'),
  }));
}

/** Days of review that have passed: a task until the rights are published anew, never a withdrawal. */
export async function reviewsOverdue(reader: TodoReader) {
  const { lang } = reader;
  const where: Where = {
    and: [{ status: { equals: 'live' } }, { reviewOn: { less_than: hanoiDate() } }],
  };
  return await listed(reader, await publications(reader, where, 'reviewOn'), (row) => ({
    kind: 'review',
    detail: translate(lang, 'workflow:home.reviewDetail', { date: shownDate(row.reviewOn ?? '') }),
    at: row.reviewOn ?? '',
    label: translate(lang, 'workflow:home.review'),
  }));
}
