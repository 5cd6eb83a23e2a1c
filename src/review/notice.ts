import type { PayloadRequest } from 'payload';
import type { ErrorCode, FieldProblem } from '../platform/errors';
import { enqueue } from '../platform/outbox/enqueue';
import type { Action } from './states';

/** What a mail about a material needs besides whom it goes to: ids and codes, no words. */
export interface NoticeData {
  /** Texts in `mail:<template>`. */
  template: Action | 'schedule_cancelled' | 'takedown_upheld';
  materialId: string;
  /** The decision it tells of; absent when no person took one. */
  reviewId?: string;
  /** `schedule_cancelled`: the moment that was agreed, and what stood in the way. */
  at?: string;
  refused?: { code: ErrorCode; errors: FieldProblem[] };
}

/** Orders the mail in the transaction of what it tells; nobody is told of their own decision. */
export async function orderNotice(
  req: PayloadRequest,
  order: NoticeData & { userId: string | null | undefined; by?: string },
): Promise<void> {
  const { userId, by, ...data } = order;
  if (!userId || userId === by) return;
  await enqueue({
    payload: req.payload,
    req,
    topic: 'mail.send',
    key: `user:${userId}`,
    data: { ...data, userId },
  });
}

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
    by: string;
  },
): Promise<void> {
  const { material, reviewId, by } = decision;
  if (!material.scheduledAt) return;
  await orderNotice(req, {
    template: 'schedule_cancelled',
    userId: await schedulerOf(req, material.id),
    by,
    materialId: material.id,
    reviewId,
    at: material.scheduledAt,
  });
}
