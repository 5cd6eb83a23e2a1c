import type { Payload } from 'payload';
import { isAppError } from '../platform/errors';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { performAction } from './perform-action';

/**
 * Carries out a scheduled publication in the name of who scheduled it. A schedule that was taken
 * back, moved or overtaken does nothing; one whose conditions no longer hold is cancelled on record.
 */
export async function publishScheduled(input: {
  payload: Payload;
  materialId: string;
  userId: string;
  at: string;
}): Promise<void> {
  const { payload, materialId, userId, at } = input;
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
        detail: {
          code: error.code,
          errors: error.errors.map(({ field, code }) => ({ field, code })),
        },
      });
    });
  }
}
