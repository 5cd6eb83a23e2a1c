import { retryGivenUp } from '../reporting/health/retry-given-up';
import { withPayload } from './open';

/** What the health screen calls given up is done again once its cause is mended. */
export async function retry({ topic }: { topic?: string }): Promise<number> {
  return await withPayload(async (payload) => {
    const count = await retryGivenUp({ payload, topic });
    process.stdout.write(
      count === 0 ? 'Nothing was given up.\n' : `${String(count)} effects are tried again.\n`,
    );
    return 0;
  });
}
