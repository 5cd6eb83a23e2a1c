import type { Payload, PayloadRequest } from 'payload';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { isAppError, type AppError } from '../platform/errors';
import { orderNotices } from '../review/notice';
import { departmentPeople, officePeople } from '../review/recipients';
import { performAction } from './perform-action';

interface Scheduled {
  payload: Payload;
  materialId: string;
  /** Who scheduled it. */
  userId: string;
  at: string;
}

interface Schedule {
  scheduledAt: string;
  department: string;
}

/** When an approved material is to appear, and whose it is; undefined for any other. */
async function scheduleOf(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<Schedule | undefined> {
  const found = await payload.findByID({
    collection: 'materials',
    id,
    depth: 0,
    disableErrors: true,
    ...(req ? { req } : {}),
  });
  const material = found as unknown as (Partial<Schedule> & { state: string }) | null;
  if (material?.state !== 'approved' || !material.scheduledAt) return undefined;
  return material as Schedule;
}

/** Who asked for it may have left: those who can set it right are told with them. */
async function concerned(req: PayloadRequest, userId: string, department: string) {
  const office = await officePeople(req, 'editor');
  return [userId, ...office, ...(await departmentPeople(req, department))];
}

/** Takes the schedule from the material, on record, and tells whom it concerns. */
async function cancel({ payload, materialId, userId, at }: Scheduled, why: AppError) {
  const { code, errors } = why;
  await inTransaction({ payload }, async (req) => {
    // Moved meanwhile: the new schedule has its own row and its own say.
    const schedule = await scheduleOf(payload, materialId, req);
    if (schedule?.scheduledAt !== at) return;
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
    await orderNotices(req, {
      kind: 'schedule_cancelled',
      materialId,
      to: await concerned(req, userId, schedule.department),
      data: { at, refused: { code, errors } },
    });
  });
}

/** A file that is still being read is no reason to give up: the outbox asks again. */
function isPassing(error: AppError): boolean {
  return error.errors.length > 0 && error.errors.every(({ code }) => code === 'file_pending');
}

/**
 * Carries out a scheduled publication in the name of who scheduled it. A schedule that was taken
 * back, moved or overtaken does nothing; one whose conditions no longer hold is cancelled.
 */
export async function publishScheduled(scheduled: Scheduled): Promise<void> {
  const { payload, materialId, userId, at } = scheduled;
  if ((await scheduleOf(payload, materialId))?.scheduledAt !== at) return;
  const user = await payload.findByID({ collection: 'users', id: userId, depth: 0 });
  try {
    await performAction({
      payload,
      user: { ...user, collection: 'users' } as never,
      materialId,
      action: 'publish',
    });
  } catch (error) {
    if (!isAppError(error) || error.status >= 500 || isPassing(error)) throw error;
    await cancel(scheduled, error);
  }
}
