import type { PayloadRequest, Where } from 'payload';
import { translate, translateIfKnown, type Lang } from '../../i18n/translate';
import { BASIS_REQUIREMENTS } from '../../rights/basis-requirements';
import type { Basis } from '../../rights/types';
import { personOf, type Person } from '../people';
import { refusal } from '../transitions';
import type { Action, WorkingState } from '../states';
import type { QueueView } from '../view-models';
import { clockView } from './clock-view';
import { matchesText } from './matches-text';
import { departmentName } from './materials-list';

type Tab = 'mine' | 'unclaimed' | 'overdue' | 'approved';

interface MaterialRow {
  id: string;
  title?: string | null;
  department?: { id: string; name?: string | null } | null;
  type?: { label?: string | null } | null;
  items?: { file?: { pages?: number | null } | null }[] | null;
  holder?: { id: string; name?: string } | string | null;
  state: WorkingState;
  publicationStatus: 'none' | 'live' | 'withdrawn';
  revision?: number | null;
  stepSince?: string | null;
  updatedAt: string;
}
interface RightsRow {
  material: string;
  component?: string | null;
  basis?: Basis | null;
  licence?: { label?: string | null; code: string } | null;
  portraitConsent?: string | null;
  ai?: { use?: string | null } | null;
}

/** Decided in bulk by the person who holds them; what starts a review is claiming. */
const BULK: Action[] = ['claim', 'release', 'approve', 'return', 'publish'];

async function waiting(req: PayloadRequest, lang: Lang, where: Where): Promise<MaterialRow[]> {
  const found = await req.payload.find({
    collection: 'materials',
    where: { and: [{ state: { in: ['submitted', 'in_review', 'approved'] } }, where] },
    sort: 'stepSince',
    limit: 500,
    depth: 1,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return found.docs as unknown as MaterialRow[];
}

function holderId(row: MaterialRow): string | undefined {
  return typeof row.holder === 'object' ? row.holder?.id : row.holder;
}

function kindOf(row: MaterialRow, lang: Lang): string {
  const type = row.type?.label;
  if (!type) return translate(lang, 'workflow:kind.unknown');
  const files = row.items ?? [];
  const pages = files.length === 1 ? files[0]?.file?.pages : undefined;
  return pages
    ? translate(lang, 'workflow:kind.pages', { type, count: pages })
    : translate(lang, 'workflow:kind.files', { type, count: files.length });
}

function notesOf(
  row: MaterialRow,
  records: RightsRow[],
  lang: Lang,
): { code: string; label: string }[] {
  const main = records.find((record) => !record.component);
  const parts = records.length - (main ? 1 : 0);
  const notes: { code: string; label: string }[] = [];
  const add = (
    code: 'ai' | 'ai_generated' | 'components' | 'portraits' | 'revision',
    params = {},
  ) => notes.push({ code, label: translate(lang, `workflow:notes.${code}`, params) });
  if (main?.ai?.use === 'assisted') add('ai');
  if (main?.ai?.use === 'generated') add('ai_generated');
  if (main?.portraitConsent && main.portraitConsent !== 'not_needed') add('portraits');
  if (parts > 0) add('components', { count: parts });
  if ((row.revision ?? 0) > 0) add('revision', { revision: row.revision });
  return notes;
}

function actionsOf(row: MaterialRow, person: Person): Action[] {
  return BULK.filter(
    (action) =>
      !refusal(action, person, {
        state: row.state,
        publicationStatus: row.publicationStatus,
        departmentId: row.department?.id ?? '',
        holderId: holderId(row),
        approverId: undefined,
      }),
  );
}

function inTab(tab: Tab, person: Person, overdue: boolean, row: MaterialRow): boolean {
  switch (tab) {
    case 'mine':
      return row.state === 'in_review' && holderId(row) === person.id;
    case 'unclaimed':
      return row.state === 'submitted';
    case 'overdue':
      return overdue && row.state !== 'approved';
    case 'approved':
      return row.state === 'approved';
  }
}

/** What waits for the editors: oldest step first, counts by tab, one row a material. */
export async function queueView(
  req: PayloadRequest,
  input: { tab?: string; q?: string; department?: string },
  lang: Lang,
): Promise<QueueView> {
  const person = personOf(req.user);
  const allowed =
    person?.role === 'editor' || person?.role === 'administrator' || person?.role === 'auditor';
  if (!person || !allowed) {
    return {
      counts: { mine: 0, unclaimed: 0, overdue: 0, approved: 0 },
      rows: [],
      departments: [],
    };
  }
  const all = await waiting(req, lang, await matchesText(req, input.q));
  const rows = all.map((row) => ({ row, clock: clockView(row.stepSince ?? row.updatedAt) }));
  const tabs: Tab[] = ['mine', 'unclaimed', 'overdue', 'approved'];
  const counts = Object.fromEntries(
    tabs.map((tab) => [
      tab,
      rows.filter(({ row, clock }) => inTab(tab, person, clock.overdue, row)).length,
    ]),
  ) as QueueView['counts'];
  const tab = tabs.find((known) => known === input.tab) ?? 'unclaimed';
  const inThisTab = rows.filter(({ row, clock }) => inTab(tab, person, clock.overdue, row));
  const shown = inThisTab.filter(
    ({ row }) => !input.department || row.department?.id === input.department,
  );
  const records = await rightsOf(
    req,
    lang,
    shown.map(({ row }) => row.id),
  );
  return {
    counts,
    rows: shown.map(({ row, clock }) => {
      const own = records.filter((record) => record.material === row.id);
      const main = own.find((record) => !record.component);
      const article = main?.basis
        ? (BASIS_REQUIREMENTS[main.basis] as { article?: string }).article
        : undefined;
      return {
        id: row.id,
        title: row.title ?? translate(lang, 'workflow:untitled'),
        kind: kindOf(row, lang),
        department: departmentName(row.department),
        basis: main?.basis
          ? (translateIfKnown(lang, `rights:codes.basis.${main.basis}`) ?? null)
          : null,
        article: article ? (translateIfKnown(lang, `rights:articles.${article}`) ?? null) : null,
        licence: main?.licence?.code.replace(/-4\.0$/, '').replace(/^CC-/, 'CC ') ?? null,
        notes: notesOf(row, own, lang),
        state: row.state,
        holder:
          typeof row.holder === 'object' && row.holder
            ? { id: row.holder.id, name: row.holder.name ?? '' }
            : null,
        ...clock,
        actions: actionsOf(row, person),
        updatedAt: row.updatedAt,
      };
    }),
    departments: departmentsOf(inThisTab.map(({ row }) => row)),
  };
}

async function rightsOf(req: PayloadRequest, lang: Lang, ids: string[]): Promise<RightsRow[]> {
  if (ids.length === 0) return [];
  const found = await req.payload.find({
    collection: 'rights-records',
    where: { material: { in: ids } },
    depth: 1,
    populate: { materials: {} },
    locale: lang,
    fallbackLocale: 'vi',
    pagination: false,
    overrideAccess: true,
  });
  return (
    found.docs as unknown as (Omit<RightsRow, 'material'> & { material: string | { id: string } })[]
  ).map((row) => ({
    ...row,
    material: typeof row.material === 'object' ? row.material.id : row.material,
  }));
}

function departmentsOf(rows: MaterialRow[]): QueueView['departments'] {
  const found = new Map<string, { id: string; name: string; count: number }>();
  for (const { department } of rows) {
    if (!department) continue;
    const entry = found.get(department.id) ?? {
      id: department.id,
      name: departmentName(department),
      count: 0,
    };
    found.set(department.id, { ...entry, count: entry.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
