import type { PayloadRequest, Where } from 'payload';
import type { Lang } from '../../i18n/translate';
import { now } from '../../platform/clock';
import { clockRuns } from '../../review/takedown-clocks';
import { requireTakedownReader } from './takedown-reader';
import { titlesOf } from './named-materials';
import type { TakedownRow } from './takedown-row';
import {
  TAKEDOWN_TABS,
  type TakedownListRow,
  type TakedownListView,
  type TakedownTab,
} from './takedown-views';

const PAGE = 25;

const OPEN: Where = { status: { not_equals: 'decided' } };
const DECIDED: Where = { status: { equals: 'decided' } };
const late = (): Where => ({ and: [OPEN, { dueAt: { less_than: now().toISOString() } }] });

async function count(req: PayloadRequest, where: Where): Promise<number> {
  return (await req.payload.count({ collection: 'takedowns', where, overrideAccess: true }))
    .totalDocs;
}

function listRow(row: TakedownRow, titles: Map<string, string>): TakedownListRow {
  const { id, reference, receivedAt, status, grounds, capacity } = row;
  const running = row.clocks.filter(({ code }) => clockRuns(code, status));
  const next = running.find(({ dueAt }) => dueAt === row.dueAt);
  return {
    ...{ id, reference, receivedAt, status, grounds, capacity },
    outcome: row.outcome ?? null,
    titles: row.identifiers.map((identifier) => titles.get(identifier) ?? identifier),
    dueAt: row.dueAt ?? null,
    dueClock: next?.code ?? null,
    overdue: row.dueAt ? new Date(row.dueAt) < now() : false,
    decidedAt: row.decidedAt ?? null,
  };
}

/** The notices of infringement: of the open ones, what is due first comes first. */
export async function takedownListView(
  req: PayloadRequest,
  query: { tab?: string | undefined; page: number },
  lang: Lang,
): Promise<TakedownListView> {
  requireTakedownReader(req);
  const tab: TakedownTab = TAKEDOWN_TABS.find((one) => one === query.tab) ?? 'open';
  const found = await req.payload.find({
    collection: 'takedowns',
    where: tab === 'open' ? OPEN : DECIDED,
    sort: tab === 'open' ? ['dueAt', 'receivedAt'] : '-decidedAt',
    limit: PAGE,
    page: query.page,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  const rows = found.docs as unknown as TakedownRow[];
  const titles = await titlesOf(
    req,
    rows.flatMap(({ identifiers }) => identifiers),
    lang,
  );
  return {
    tab,
    rows: rows.map((row) => listRow(row, titles)),
    counts: {
      open: await count(req, OPEN),
      decided: await count(req, DECIDED),
      overdue: await count(req, late()),
    },
    page: found.page ?? 1,
    pages: found.totalPages,
  };
}
