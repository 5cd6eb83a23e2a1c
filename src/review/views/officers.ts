import type { PayloadRequest } from 'payload';
import type { Person } from '../people';
import type { WorkingState } from '../states';
import type { HomeView } from '../view-models';

type Officers = NonNullable<HomeView['officers']>;
type Kind = 'drafts' | 'waiting' | 'returned';

const KIND: Partial<Record<WorkingState, Kind>> = {
  draft: 'drafts',
  awaiting_endorsement: 'waiting',
  submitted: 'waiting',
  in_review: 'waiting',
  approved: 'waiting',
  returned: 'returned',
};

/** The people of the manager's departments, each with what they began and is not yet out. */
export async function officersOf(req: PayloadRequest, { departments }: Person): Promise<Officers> {
  const people = await req.payload.find({
    collection: 'users',
    where: {
      and: [
        { departments: { in: departments } },
        { role: { in: ['contributor', 'manager'] } },
        { active: { not_equals: false } },
      ],
    },
    select: { name: true },
    sort: 'name',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const materials = await req.payload.find({
    collection: 'materials',
    where: { state: { in: Object.keys(KIND) } },
    select: { state: true, createdBy: true },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    user: req.user,
  });
  const rows = new Map(
    people.docs.map(({ id, name }) => [
      String(id),
      { id: String(id), name, drafts: 0, waiting: 0, returned: 0 },
    ]),
  );
  for (const one of materials.docs as unknown as { state: WorkingState; createdBy?: string }[]) {
    const row = rows.get(one.createdBy ?? '');
    const kind = KIND[one.state];
    if (row && kind) row[kind] += 1;
  }
  return [...rows.values()];
}
