import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { retryFailed } from '../platform/outbox/retry-failed';
import { withPayload } from './open';

/** What the health screen calls given up is done again once its cause is mended. */
export async function retry({ topic }: { topic?: string }): Promise<number> {
  return await withPayload(async (payload) => {
    const count = await inTransaction({ payload }, async (req) => {
      const found = await retryFailed(req, topic);
      if (found > 0) {
        const detail = { topic: topic ?? null, count: found };
        await recordEvent({ req, action: 'outbox.retry', subject: 'outbox', detail });
      }
      return found;
    });
    process.stdout.write(
      count === 0 ? 'Nothing was given up.\n' : `${String(count)} effects are tried again.\n`,
    );
    return 0;
  });
}
