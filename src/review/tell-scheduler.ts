import type { PayloadRequest } from 'payload';
import { orderNotices } from './notice';

/** Who asked for the publication at a moment that a material waits for. */
async function schedulerOf(req: PayloadRequest, materialId: string): Promise<string | undefined> {
  const found = await req.payload.find({
    collection: 'reviews',
    where: {
      and: [
        { material: { equals: materialId } },
        { action: { equals: 'publish' } },
        { toState: { equals: 'approved' } },
      ],
    },
    select: { actor: true },
    sort: '-at',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return (found.docs[0] as unknown as { actor?: string } | undefined)?.actor;
}

/** Tells who scheduled a publication that somebody's decision has cancelled it. */
export async function tellScheduler(
  req: PayloadRequest,
  decision: {
    material: { id: string; scheduledAt?: string | null };
    reviewId: string;
    by: string | null;
  },
): Promise<void> {
  const { material, reviewId, by } = decision;
  if (!material.scheduledAt) return;
  await orderNotices(req, {
    kind: 'schedule_cancelled',
    materialId: material.id,
    to: [await schedulerOf(req, material.id)],
    by,
    data: { reviewId, at: material.scheduledAt },
  });
}
