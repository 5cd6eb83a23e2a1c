import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { AppError } from '../../platform/errors';
import { shownDate, shownMoment } from '../../platform/shown-date';
import { personOf, type Person } from '../people';
import type { WorkingState } from '../states';
import type { HomeView } from '../view-models';
import { administrationView } from './administration';
import { byId } from './by-id';
import { clockView } from './clock-view';
import { readMaterials, sinceOf, type HomeRow } from './home-rows';
import { todoOf } from './home-todo';
import { officersOf } from './officers';
import { roundsOf, type Round } from './rounds';
import { countMaterials, queueCounts, seesQueue } from './queue-tabs';

const STEP: Partial<Record<WorkingState, 0 | 1 | 2 | 3>> = {
  awaiting_endorsement: 0,
  submitted: 0,
  in_review: 1,
  approved: 2,
};
const UNDERWAY_LISTED = 20;
const RECENT_LISTED = 8;

/** Where it stands, in words, and whether the office has let its day pass. */
function underwayDetail(
  row: HomeRow,
  round: Round | undefined,
  lang: Lang,
): { detail: string; late: boolean } {
  const inTime = (detail: string) => ({ detail, late: false });
  if (row.state === 'awaiting_endorsement') {
    return inTime(translate(lang, 'workflow:home.awaiting'));
  }
  const since = sinceOf(row);
  if (row.state === 'approved' && row.scheduledAt) {
    const at = shownMoment(row.scheduledAt);
    return inTime(translate(lang, 'workflow:home.scheduledAt', { at }));
  }
  if (row.state === 'approved') {
    return inTime(translate(lang, 'workflow:home.approvedOn', { date: shownDate(since) }));
  }
  const clock = clockView(since, round?.submittedAt);
  const said = { ...clock, date: shownDate(clock.submitted), due: shownDate(clock.due) };
  const claimed = clock.waited > clock.day ? 'dayOfWaited' : 'dayOf';
  const words = row.state === 'in_review' ? claimed : 'submittedOn';
  if (clock.overdue) {
    return { detail: translate(lang, 'workflow:home.lateOn', said), late: true };
  }
  return inTime(translate(lang, `workflow:home.${words}`, said));
}

function named(row: HomeRow, lang: Lang) {
  return {
    id: row.id,
    title: row.title ?? translate(lang, 'workflow:untitled'),
    state: row.state,
    stateLabel: translate(lang, `workflow:states.${row.state}`),
  };
}

async function departmentsOf(
  req: PayloadRequest,
  person: Person,
  lang: Lang,
): Promise<HomeView['departments']> {
  const found = await byId<HomeView['departments'][number]>(req, {
    collection: 'departments',
    ids: person.departments,
    select: { code: true, name: true },
    lang,
  });
  return [...found.values()].map(({ id, code, name }) => ({ id, code, name }));
}

async function countsOf(req: PayloadRequest): Promise<HomeView['counts']> {
  return {
    drafts: await countMaterials(req, { state: { equals: 'draft' } }),
    published: await countMaterials(req, { publicationStatus: { equals: 'live' } }),
    withdrawn: await countMaterials(req, { publicationStatus: { equals: 'withdrawn' } }),
    total: await countMaterials(req, {}),
  };
}

/** What needs this person, where each thing stands. */
export async function homeView(req: PayloadRequest, lang: Lang): Promise<HomeView> {
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  const underway = await readMaterials(req, {
    where: { state: { in: Object.keys(STEP) } },
    limit: UNDERWAY_LISTED,
    lang,
  });
  const rounds = await roundsOf(
    req,
    underway.rows.map(({ id }) => id),
  );
  const recent = await readMaterials(req, {
    // To the office, what was never handed in is no news.
    where: seesQueue(person) ? { submittedAt: { exists: true } } : {},
    limit: RECENT_LISTED,
    sort: '-updatedAt',
    lang,
  });
  const { todo, total } = await todoOf({ req, person, lang });
  return {
    person: {
      id: person.id,
      name: person.name ?? '',
      role: person.role,
      roleLabel: translate(lang, `collections:roles.${person.role}`),
    },
    departments: await departmentsOf(req, person, lang),
    todo,
    todoTotal: total,
    underway: underway.rows.map((row) => ({
      ...named(row, lang),
      step: STEP[row.state] ?? 0,
      ...underwayDetail(row, rounds.get(row.id), lang),
    })),
    underwayTotal: underway.total,
    counts: await countsOf(req),
    officers: person.role === 'manager' ? await officersOf(req, person) : null,
    administration: person.role === 'administrator' ? await administrationView(req, lang) : null,
    queue: seesQueue(person) ? await queueCounts(req, person) : null,
    recent: recent.rows.map((row) => ({
      ...named(row, lang),
      publicationStatus: row.publicationStatus,
      at: row.updatedAt,
    })),
  };
}
