import type { PayloadRequest, Where } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { hanoiDate, now } from '../../platform/clock';
import { shownDate } from '../../platform/shown-date';
import { personOf, type Person } from '../people';
import type { WorkingState } from '../states';
import type { HomeView } from '../view-models';
import { workingDaysBetween } from '../working-days';
import { clockView } from './clock-view';
import { queueView } from './queue';

interface Row {
  id: string;
  title?: string | null;
  state: WorkingState;
  publicationStatus: string;
  submittedBy?: string | { id: string; name?: string } | null;
  stepSince?: string | null;
  updatedAt: string;
}

const STEP: Partial<Record<WorkingState, 0 | 1 | 2 | 3>> = {
  awaiting_endorsement: 0,
  submitted: 0,
  in_review: 1,
  approved: 2,
  published: 3,
};

const EXPIRY_NOTICE_DAYS = 90;

function reader(req: PayloadRequest, lang: Lang) {
  return {
    async list(where: Where, limit: number, sort = 'stepSince'): Promise<Row[]> {
      const found = await req.payload.find({
        collection: 'materials',
        where,
        sort,
        limit,
        depth: 0,
        locale: lang,
        fallbackLocale: 'vi',
        overrideAccess: false,
        user: req.user,
      });
      return found.docs as unknown as Row[];
    },
    async count(where: Where): Promise<number> {
      const found = await req.payload.count({
        collection: 'materials',
        where,
        overrideAccess: false,
        user: req.user,
      });
      return found.totalDocs;
    },
  };
}

type Todo = HomeView['todo'][number];

async function lastComment(req: PayloadRequest, materialId: string, lang: Lang): Promise<string> {
  const found = await req.payload.find({
    collection: 'reviews',
    where: { and: [{ material: { equals: materialId } }, { action: { equals: 'return' } }] },
    sort: '-at',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  });
  const row = found.docs[0] as unknown as
    { comment?: string | null; reasons?: string[] | null } | undefined;
  const comment = row?.comment?.trim().split('\n')[0];
  if (comment) return comment;
  const reason = row?.reasons?.[0];
  return reason ? `${translate(lang, `workflow:reasons.${reason as 'other'}`)}.` : '';
}

/** Grants that end within 90 days on what the department has public. */
async function expiring(req: PayloadRequest, person: Person, lang: Lang): Promise<Todo[]> {
  const limit = hanoiDate(new Date(now().getTime() + EXPIRY_NOTICE_DAYS * 86_400_000));
  const found = await req.payload.find({
    collection: 'rights-records',
    where: {
      and: [
        { termTo: { less_than_equal: limit } },
        { 'material.publicationStatus': { equals: 'live' } },
        ...(person.role === 'contributor' || person.role === 'manager'
          ? [{ 'material.department': { in: person.departments } }]
          : []),
      ],
    },
    sort: 'termTo',
    limit: 20,
    depth: 1,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return (
    found.docs as unknown as { termTo: string; material: { id: string; title?: string } }[]
  ).map((row) => ({
    kind: 'expiring' as const,
    material: {
      id: row.material.id,
      title: row.material.title ?? translate(lang, 'workflow:untitled'),
    },
    detail: translate(
      lang,
      row.termTo < hanoiDate() ? 'workflow:home.endedDetail' : 'workflow:home.expiringDetail',
      { date: shownDate(row.termTo) },
    ),
    at: row.termTo,
    label: translate(lang, 'workflow:home.renew'),
  }));
}

async function todoOf(req: PayloadRequest, person: Person, lang: Lang): Promise<Todo[]> {
  const { list } = reader(req, lang);
  const untitled = translate(lang, 'workflow:untitled');
  const material = (row: Row) => ({ id: row.id, title: row.title ?? untitled });
  const since = (row: Row) => row.stepSince ?? row.updatedAt;
  if (person.role === 'contributor' || person.role === 'manager') {
    const returned = await list({ state: { equals: 'returned' } }, 20);
    const endorse =
      person.role === 'manager'
        ? await list({ state: { equals: 'awaiting_endorsement' } }, 20)
        : [];
    return [
      ...(await Promise.all(
        returned.map(async (row) => ({
          kind: 'returned' as const,
          material: material(row),
          detail: translate(lang, 'workflow:home.returnedDetail', {
            comment: await lastComment(req, row.id, lang),
            date: shownDate(since(row)),
          }).trim(),
          at: since(row),
          label: translate(lang, 'workflow:home.fix'),
        })),
      )),
      ...endorse.map((row) => ({
        kind: 'endorse' as const,
        material: material(row),
        detail: translate(lang, 'workflow:home.awaiting'),
        at: since(row),
        label: translate(lang, 'workflow:home.endorse'),
      })),
      ...(await expiring(req, person, lang)),
    ];
  }
  const waiting = await list({ state: { in: ['submitted', 'in_review'] } }, 200);
  const overdue = waiting
    .map((row) => ({ row, clock: clockView(since(row)) }))
    .filter(({ clock }) => clock.overdue);
  const approved = await list({ state: { equals: 'approved' } }, 20);
  return [
    ...overdue.slice(0, 20).map(({ row, clock }) => ({
      kind: 'overdue' as const,
      material: material(row),
      detail: translate(lang, 'workflow:home.overdueDetail', {
        days: workingDaysBetween(clock.due, hanoiDate()),
        date: shownDate(clock.due),
      }),
      at: since(row),
      label: translate(lang, 'workflow:home.open'),
    })),
    ...approved.map((row) => ({
      kind: 'approved' as const,
      material: material(row),
      detail: translate(lang, 'workflow:home.approvedDetail', { date: shownDate(since(row)) }),
      at: since(row),
      label: translate(lang, 'workflow:home.publish'),
    })),
    ...(await expiring(req, person, lang)),
  ];
}

function underwayDetail(row: Row, lang: Lang): string {
  if (row.state === 'awaiting_endorsement') return translate(lang, 'workflow:home.awaiting');
  const since = row.stepSince ?? row.updatedAt;
  if (row.state === 'approved') {
    return translate(lang, 'workflow:home.approvedOn', { date: shownDate(since) });
  }
  const clock = clockView(since);
  const due = shownDate(clock.due);
  return row.state === 'submitted'
    ? translate(lang, 'workflow:home.submittedOn', { date: shownDate(since), due })
    : translate(lang, 'workflow:home.dayOf', { day: clock.day, of: clock.of, due });
}

/** What needs this person, where each thing stands. */
export async function homeView(req: PayloadRequest, lang: Lang): Promise<HomeView> {
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  const { list, count } = reader(req, lang);
  const untitled = translate(lang, 'workflow:untitled');
  const underway = await list(
    { state: { in: Object.keys(STEP).filter((s) => s !== 'published') } },
    20,
  );
  const recent = await list({}, 8, '-updatedAt');
  const departments =
    person.departments.length > 0
      ? await req.payload.find({
          collection: 'departments',
          where: { id: { in: person.departments } },
          depth: 0,
          locale: lang,
          fallbackLocale: 'vi',
          pagination: false,
          overrideAccess: true,
        })
      : { docs: [] };
  const queue = await queueView(req, { tab: 'unclaimed' }, lang);
  return {
    person: {
      id: person.id,
      name: person.name ?? '',
      role: person.role,
      roleLabel: translate(lang, `collections:roles.${person.role}`),
    },
    departments: (departments.docs as unknown as { id: string; code: string; name: string }[]).map(
      ({ id, code, name }) => ({ id, code, name }),
    ),
    todo: await todoOf(req, person, lang),
    underway: underway.map((row) => ({
      id: row.id,
      title: row.title ?? untitled,
      state: row.state,
      stateLabel: translate(lang, `workflow:states.${row.state}`),
      step: STEP[row.state] ?? 0,
      detail: underwayDetail(row, lang),
    })),
    counts: {
      drafts: await count({ state: { equals: 'draft' } }),
      published: await count({ publicationStatus: { equals: 'live' } }),
      withdrawn: await count({ publicationStatus: { equals: 'withdrawn' } }),
      total: await count({}),
      queue: queue.counts.mine + queue.counts.unclaimed,
    },
    recent: recent.map((row) => ({
      id: row.id,
      title: row.title ?? untitled,
      state: row.state,
      stateLabel: translate(lang, `workflow:states.${row.state}`),
      at: row.updatedAt,
    })),
  };
}
