import type { Where } from 'payload';
import { now } from '../../platform/clock';
import { shownMoment } from '../../platform/shown-date';
import type { HealthContext } from './context';
import type { Finding } from './finding';

/** Notices of infringement have days in law: how many were let pass is seen here, whoever looks. */
export async function takedownsFinding({ payload }: HealthContext): Promise<Finding> {
  const collection = 'takedowns' as const;
  const open: Where = { status: { not_equals: 'decided' } };
  const past: Where = { and: [open, { dueAt: { less_than: now().toISOString() } }] };
  const waiting = (await payload.count({ collection, where: open })).totalDocs;
  const late = await payload.find({ collection, where: past, sort: 'dueAt', limit: 1, depth: 0 });
  const decided = await payload.find({
    collection,
    where: { decidedAt: { exists: true } },
    sort: '-decidedAt',
    limit: 1,
    depth: 0,
  });
  const first = late.docs[0]?.dueAt;
  return {
    part: 'takedowns',
    status: first ? 'warning' : 'ok',
    lastWorkedAt: decided.docs[0]?.decidedAt ?? null,
    detail: {
      code: first ? 'takedownsLate' : 'takedownsInTime',
      params: { open: waiting, late: late.totalDocs, since: first ? shownMoment(first) : '' },
    },
    remedy: first ? 'takedownsLate' : null,
  };
}
