import type { PayloadRequest, Where } from 'payload';
import type { Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { personOf } from '../people';
import type { QueueView } from '../view-models';
import { byId } from './by-id';
import { matchesText } from './matches-text';
import { WAITING_FIELDS, type WaitingRow } from './queue-related';
import { queueRows } from './queue-rows';
import { QUEUE_TABS, queueCounts, seesQueue, tabWhere } from './queue-tabs';

const PAGE = 50;

async function waiting(req: PayloadRequest, where: Where, page: number, lang: Lang) {
  const found = await req.payload.find({
    collection: 'materials',
    where,
    select: WAITING_FIELDS,
    sort: ['stepSince', 'id'],
    limit: PAGE,
    page,
    depth: 0,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return { ...found, docs: found.docs as unknown as WaitingRow[] };
}

/** Departments that have something in the tab, the most first: one read of one column, counted here. */
async function departmentsIn(
  req: PayloadRequest,
  where: Where,
  lang: Lang,
): Promise<QueueView['departments']> {
  const found = await req.payload.find({
    collection: 'materials',
    where,
    select: { department: true },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  });
  const counts = new Map<string, number>();
  for (const { department } of found.docs as unknown as { department: string }[]) {
    counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  const names = await byId<{ id: string; name?: string }>(req, {
    collection: 'departments',
    ids: [...counts.keys()],
    select: { name: true },
    lang,
  });
  return [...counts]
    .map(([id, count]) => ({ id, name: names.get(id)?.name ?? '', count }))
    .sort((a, b) => b.count - a.count);
}

/**
 * What waits for the editors, a page of one tab: oldest step first, one row a material. Throws
 * `forbidden` for people who have no queue.
 */
export async function queueView(
  req: PayloadRequest,
  input: { tab?: string; q?: string; department?: string; page?: number },
  lang: Lang,
): Promise<QueueView> {
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  if (!seesQueue(person)) {
    throw new AppError('forbidden', { errors: [{ field: 'tab', code: 'queue_of_editors' }] });
  }
  const text = await matchesText(req, input.q);
  const tab = QUEUE_TABS.find((known) => known === input.tab) ?? 'unclaimed';
  const inTab: Where = { and: [tabWhere(tab, person), text] };
  const shown: Where = input.department
    ? { and: [inTab, { department: { equals: input.department } }] }
    : inTab;
  const found = await waiting(req, shown, Math.max(1, input.page ?? 1), lang);
  return {
    counts: await queueCounts(req, person, text),
    total: found.totalDocs,
    page: found.page ?? 1,
    pages: found.totalPages,
    left: Math.max(0, found.totalDocs - (found.pagingCounter - 1) - found.docs.length),
    rows: await queueRows(req, found.docs, { lang, person }),
    departments: await departmentsIn(req, inTab, lang),
  };
}
