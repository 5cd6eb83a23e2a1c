import { getPayload, type Payload } from 'payload';
import config from '../payload.config';

/**
 * Payload for one command. On SQLite a command may run beside the server: each of its writes is a
 * short transaction that waits its turn.
 */
export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  const payload = await getPayload({ config });
  try {
    return await work(payload);
  } finally {
    await payload.destroy();
  }
}
