import type { PayloadRequest, Where } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { WORKING_STATES, type WorkingState } from '../states';
import type { MaterialListView } from '../view-models';
import { matchesText } from './matches-text';

const PAGE = 20;
/** The values of the second axis that are asked for by themselves. */
const SHOWN_STATUSES = ['live', 'withdrawn'] as const;

interface Row {
  id: string;
  identifier?: string | null;
  title?: string | null;
  department?: { name?: string | null } | string | null;
  state: WorkingState;
  publicationStatus: 'none' | 'live' | 'withdrawn';
  updatedAt: string;
  deletedAt?: string | null;
}

const LISTED_FIELDS = {
  identifier: true,
  title: true,
  department: true,
  state: true,
  publicationStatus: true,
  updatedAt: true,
  deletedAt: true,
} as const;

function departmentName(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? String((value as { name?: unknown }).name ?? '')
    : '';
}

async function stateCounts(req: PayloadRequest, where: Where): Promise<MaterialListView['counts']> {
  const count = async (more: Where, trash = false) =>
    (
      await req.payload.count({
        collection: 'materials',
        where: { and: [where, more] },
        overrideAccess: false,
        user: req.user,
        trash,
      })
    ).totalDocs;
  const counts: MaterialListView['counts'] = {};
  for (const state of WORKING_STATES) counts[state] = await count({ state: { equals: state } });
  for (const status of SHOWN_STATUSES) {
    counts[status] = await count({ publicationStatus: { equals: status } });
  }
  counts.bin = await count({ deletedAt: { exists: true } }, true);
  return counts;
}

/** The materials a person may see, newest first, by state, by publication or in the bin. */
export async function materialsListView(
  req: PayloadRequest,
  input: { state?: string; publication?: string; q?: string; department?: string; page?: number },
  lang: Lang,
): Promise<MaterialListView> {
  const bin = input.state === 'bin';
  const base: Where = {
    and: [
      await matchesText(req, input.q),
      ...(input.department ? [{ department: { equals: input.department } }] : []),
    ],
  };
  const state = WORKING_STATES.find((known) => known === input.state);
  const status = SHOWN_STATUSES.find((known) => known === input.publication);
  const found = await req.payload.find({
    collection: 'materials',
    where: {
      and: [
        base,
        ...(state ? [{ state: { equals: state } }] : []),
        ...(status ? [{ publicationStatus: { equals: status } }] : []),
        ...(bin ? [{ deletedAt: { exists: true } }] : []),
      ],
    },
    trash: bin,
    select: LISTED_FIELDS,
    populate: { departments: { name: true } },
    sort: '-updatedAt',
    limit: PAGE,
    page: Math.max(1, input.page ?? 1),
    depth: 1,
    locale: lang,
    fallbackLocale: 'vi',
    overrideAccess: false,
    user: req.user,
  });
  return {
    items: (found.docs as unknown as Row[]).map((row) => ({
      id: row.id,
      identifier: row.identifier ?? null,
      title: row.title ?? translate(lang, 'workflow:untitled'),
      department: departmentName(row.department),
      state: row.state,
      stateLabel: translate(lang, `workflow:states.${row.state}`),
      publicationStatus: row.publicationStatus,
      updatedAt: row.updatedAt,
      binned: Boolean(row.deletedAt),
    })),
    total: found.totalDocs,
    page: found.page ?? 1,
    pages: found.totalPages,
    counts: await stateCounts(req, base),
  };
}
