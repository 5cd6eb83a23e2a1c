import type { PayloadRequest, Where } from 'payload';
import { hanoiDate, hanoiMidnight } from '../../platform/clock';
import type { Person } from '../people';
import type { QueueView } from '../view-models';
import { firstDayInTime } from '../working-days';

export type QueueTab = keyof QueueView['counts'];
export const QUEUE_TABS: readonly QueueTab[] = ['mine', 'unclaimed', 'overdue', 'approved'];

/** Those who decide have a queue; an auditor looks on. */
export function seesQueue({ role }: Person): boolean {
  return role === 'editor' || role === 'administrator' || role === 'auditor';
}

/** Steps that began before this moment have passed their day. */
function inTimeSince(): string {
  return hanoiMidnight(firstDayInTime(hanoiDate())).toISOString();
}

export function tabWhere(tab: QueueTab, person: Person): Where {
  switch (tab) {
    case 'mine':
      return { and: [{ state: { equals: 'in_review' } }, { holder: { equals: person.id } }] };
    case 'unclaimed':
      return { state: { equals: 'submitted' } };
    case 'overdue':
      return {
        and: [
          { state: { in: ['submitted', 'in_review'] } },
          { stepSince: { less_than: inTimeSince() } },
        ],
      };
    case 'approved':
      return { state: { equals: 'approved' } };
  }
}

export async function countMaterials(req: PayloadRequest, where: Where): Promise<number> {
  const found = await req.payload.count({
    collection: 'materials',
    where,
    overrideAccess: false,
    user: req.user,
  });
  return found.totalDocs;
}

/** How many wait in each tab, of those that match `more`. */
export async function queueCounts(
  req: PayloadRequest,
  person: Person,
  more: Where = {},
): Promise<QueueView['counts']> {
  const counts = { mine: 0, unclaimed: 0, overdue: 0, approved: 0 };
  for (const tab of QUEUE_TABS) {
    counts[tab] = await countMaterials(req, { and: [tabWhere(tab, person), more] });
  }
  return counts;
}
