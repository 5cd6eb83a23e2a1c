import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { recordEvent } from '../../audit/record-event';
import { inTransaction } from '../../platform/database/transaction';
import { AppError } from '../../platform/errors';
import { retryFailed } from '../../platform/outbox/retry-failed';
import { personOf } from '../../review/people';

interface Retry {
  payload: Payload;
  /** Who asks; the command has nobody. */
  user?: TypedUser | null;
  /** Only what this topic gave up; all of it without. */
  topic?: string;
}

/** What was given up is done again, once its cause is mended. Returns how many effects there were. */
export async function retryGivenUp({ payload, user, topic }: Retry): Promise<number> {
  return await inTransaction({ payload, user }, async (req) => {
    const count = await retryFailed(req, topic);
    if (count > 0) {
      const detail = { topic: topic ?? null, count };
      await recordEvent({ req, action: 'outbox.retry', subject: 'outbox', detail });
    }
    return count;
  });
}

/** `POST /api/staff/health/retry`, for administrators: an auditor sees the screen and changes nothing. */
export async function retryFromScreen(req: PayloadRequest): Promise<{ count: number }> {
  if (personOf(req.user)?.role !== 'administrator') throw new AppError('forbidden');
  return { count: await retryGivenUp({ payload: req.payload, user: req.user }) };
}
