import type { Payload } from 'payload';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { isAppError, type AppError } from '../platform/errors';
import { orderNotice } from '../review/notice';
import { performAction } from './perform-action';

interface Scheduled {
  payload: Payload;
  materialId: string;
  /** Who scheduled it. */
  userId: string;
  at: string;
}

/** Takes the schedule from the material, on record, and tells who asked for it. */
async function cancel({ payload, materialId, userId, at }: Scheduled, why: AppError) {
  const { code, errors } = why;
  await inTransaction({ payload }, async (req) => {
    await payload.update({
      collection: 'materials',
      id: materialId,
      data: { scheduledAt: null },
      depth: 0,
      req,
    });
    await recordEvent({
      req,
      action: 'material.schedule_cancelled',
      subject: `materials/${materialId}`,
      detail: { code, errors: errors.map((one) => ({ field: one.field, code: one.code })) },
    });
    await orderNotice(req, {
      template: 'schedule_cancelled',
      userId,
      materialId,
      at,
      refused: { code, errors },
    });
  });
}

/**
 * Carries out a scheduled publication in the name of who scheduled it. A schedule that was taken
 * back, moved or overtaken does nothing; one whose conditions no longer hold is cancelled.
 */
export async function publishScheduled(scheduled: Scheduled): Promise<void> {
  const { payload, materialId, userId, at } = scheduled;
  const material = (await payload.findByID({
    collection: 'materials',
    id: materialId,
    depth: 0,
    disableErrors: true,
  })) as unknown as { state: string; scheduledAt?: string | null } | null;
  if (material?.state !== 'approved' || material.scheduledAt !== at) return;
  const user = await payload.findByID({ collection: 'users', id: userId, depth: 0 });
  try {
    await performAction({
      payload,
      user: { ...user, collection: 'users' } as never,
      materialId,
      action: 'publish',
    });
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    await cancel(scheduled, error);
  }
}
