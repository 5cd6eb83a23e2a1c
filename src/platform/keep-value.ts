import { ValidationError, type KVStoreValue, type Payload } from 'payload';

/**
 * Keeps a value under its key. Two that write a key for the first time at once collide on it: the
 * later finds the row of the other and writes into that.
 */
export async function keepValue(payload: Payload, key: string, value: KVStoreValue): Promise<void> {
  try {
    await payload.kv.set(key, value);
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    await payload.kv.set(key, value);
  }
}
