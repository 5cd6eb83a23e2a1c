import type { PayloadRequest, Where } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { now } from '../../platform/clock';
import { shownDate } from '../../platform/shown-date';
import type { TakedownClock } from '../takedown-clocks';
import { clockView } from './clock-view';
import { expiring, reviewsOverdue } from './home-rights';
import { readMaterials, sinceOf, type HomeRow } from './home-rows';
import { upheldToMend } from './home-upheld';
import { tabWhere } from './queue-tabs';
import { LISTED, type Listed, type Todo, type TodoReader } from './todo';

interface ReturnRow {
  material: string;
  comment?: string | null;
  reasons?: string[] | null;
}

/** The editors' words of the last return, by material: the first line, or else the first reason. */
async function returnWords(
  req: PayloadRequest,
  ids: string[],
  lang: Lang,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await req.payload.find({
    collection: 'reviews',
    where: { and: [{ material: { in: ids } }, { action: { equals: 'return' } }] },
    select: { material: true, comment: true, reasons: true },
    sort: 'at',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  // The later one of a material replaces the earlier.
  return new Map(
    (found.docs as unknown as ReturnRow[]).map(({ material, comment, reasons }) => {
      const reason = reasons?.[0];
      const words =
        comment?.trim().split('\n')[0] ||
        (reason ? `${translate(lang, `workflow:reasons.${reason as 'other'}`)}.` : '');
      return [material, words];
    }),
  );
}

async function waiting({ req, lang }: TodoReader, where: Where) {
  return await readMaterials(req, { where, limit: LISTED, lang });
}

function entry(row: HomeRow, lang: Lang, said: Pick<Todo, 'kind' | 'detail' | 'label'>): Todo {
  return {
    ...said,
    material: { id: row.id, title: row.title ?? translate(lang, 'workflow:untitled') },
    at: sinceOf(row),
  };
}

async function returned(reader: TodoReader): Promise<Listed> {
  const { req, lang } = reader;
  const { rows, total } = await waiting(reader, { state: { equals: 'returned' } });
  const words = await returnWords(
    req,
    rows.map(({ id }) => id),
    lang,
  );
  const label = translate(lang, 'workflow:home.fix');
  const detail = (row: HomeRow) =>
    translate(lang, 'workflow:home.returnedDetail', {
      comment: words.get(row.id) ?? '',
      date: shownDate(sinceOf(row)),
    }).trim();
  return {
    todo: rows.map((row) => entry(row, lang, { kind: 'returned', detail: detail(row), label })),
    total,
  };
}

/** What an editor corrected on a published material: only its department can hand it in. */
async function corrected(reader: TodoReader): Promise<Listed> {
  const { lang } = reader;
  const where: Where = { and: [{ state: { equals: 'draft' } }, { revisedBy: { exists: true } }] };
  const { rows, total } = await waiting(reader, where);
  const detail = translate(lang, 'workflow:home.correctedDetail');
  const label = translate(lang, 'workflow:home.fix');
  return { todo: rows.map((row) => entry(row, lang, { kind: 'corrected', detail, label })), total };
}

async function toEndorse(reader: TodoReader): Promise<Listed> {
  const { lang } = reader;
  const { rows, total } = await waiting(reader, { state: { equals: 'awaiting_endorsement' } });
  const detail = translate(lang, 'workflow:home.awaiting');
  const label = translate(lang, 'workflow:home.endorse');
  return { todo: rows.map((row) => entry(row, lang, { kind: 'endorse', detail, label })), total };
}

async function overdue(reader: TodoReader): Promise<Listed> {
  const { person, lang } = reader;
  const { rows, total } = await waiting(reader, tabWhere('overdue', person));
  const label = translate(lang, 'workflow:home.open');
  const detail = (row: HomeRow) => {
    const { due, late } = clockView(sinceOf(row));
    return translate(lang, 'workflow:home.overdueDetail', { days: late, date: shownDate(due) });
  };
  return {
    todo: rows.map((row) => entry(row, lang, { kind: 'overdue', detail: detail(row), label })),
    total,
  };
}

async function toPublish(reader: TodoReader): Promise<Listed> {
  const { person, lang } = reader;
  const { rows, total } = await waiting(reader, {
    // What has its moment waits for nobody.
    and: [tabWhere('approved', person), { scheduledAt: { exists: false } }],
  });
  const label = translate(lang, 'workflow:home.publish');
  const detail = (row: HomeRow) =>
    translate(lang, 'workflow:home.approvedDetail', { date: shownDate(sinceOf(row)) });
  return {
    todo: rows.map((row) => entry(row, lang, { kind: 'approved', detail: detail(row), label })),
    total,
  };
}

interface Notice {
  id: string;
  reference: string;
  receivedAt: string;
  dueAt: string;
  clocks: TakedownClock[];
}

/** Notices of infringement, which have the shortest clocks of all. */
async function takedowns({ req, lang }: TodoReader): Promise<Listed> {
  const found = await req.payload.find({
    collection: 'takedowns',
    where: { status: { not_equals: 'decided' } },
    select: { reference: true, receivedAt: true, dueAt: true, clocks: true },
    sort: 'dueAt',
    limit: LISTED,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  const rows = found.docs as unknown as Notice[];
  const todo = rows.map(({ id, reference, receivedAt, dueAt, clocks }): Todo => {
    const clock = clocks.find((one) => one.dueAt === dueAt)?.code ?? 'decision';
    const late = new Date(dueAt) < now();
    return {
      kind: 'takedown',
      material: { id, title: translate(lang, 'workflow:takedown.named', { reference }) },
      detail: translate(
        lang,
        late ? 'workflow:home.takedownLate' : 'workflow:home.takedownDetail',
        {
          what: translate(lang, `workflow:home.takedownClocks.${clock}`),
          date: shownDate(dueAt),
        },
      ),
      at: receivedAt,
      label: translate(lang, 'workflow:home.open'),
    };
  });
  return { todo, total: found.totalDocs };
}

/** What waits for this person, the most pressing kind first. */
export async function todoOf(reader: TodoReader): Promise<Listed> {
  const { role } = reader.person;
  const lists =
    role === 'contributor' || role === 'manager'
      ? [
          await returned(reader),
          await corrected(reader),
          await upheldToMend(reader),
          ...(role === 'manager' ? [await toEndorse(reader)] : []),
        ]
      : [await takedowns(reader), await overdue(reader), await toPublish(reader)];
  lists.push(await expiring(reader), await reviewsOverdue(reader));
  return {
    todo: lists.flatMap(({ todo }) => todo),
    total: lists.reduce((sum, { total }) => sum + total, 0),
  };
}
