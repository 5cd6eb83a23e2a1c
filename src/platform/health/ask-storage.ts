import type { Storage } from '../storage/port';
import { ok, tried, type Part } from './tried';

/** Whether the storage answers, asked for an object that there never is. */
export async function askStorage(storage: Storage): Promise<Part> {
  return await tried(() => storage.head('readiness-probe').then(() => ok()));
}
