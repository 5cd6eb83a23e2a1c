import type { Payload } from 'payload';
import { now } from '../clock';

/** Parts that are asked once a minute, so that an outage shows when it began. */
export const ASKED = ['storage', 'storageCopy', 'search', 'mail'] as const;
export type AskedPart = (typeof ASKED)[number];

/** A worker that was not heard of for so long is taken to be stopped. */
export const WORKER_SILENT_MS = 3 * 60_000;
/** Marks of workers that ended: who looks a day later need not see them. */
const FORGOTTEN_MS = 24 * 3_600_000;
const PART = 'health:part:';
const WORKER = 'health:worker:';

interface Mark {
  at: string;
  leads?: boolean;
}

export interface Marks {
  /** When each part last answered. */
  parts: Partial<Record<AskedPart, string>>;
  workers: { id: string; at: string; leads: boolean }[];
}

async function marked(payload: Payload, prefix: string): Promise<[string, Mark][]> {
  const { docs } = await payload.find({
    collection: 'payload-kv',
    where: { key: { like: prefix } },
    pagination: false,
    depth: 0,
  });
  return docs
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, data }) => [key.slice(prefix.length), data as unknown as Mark]);
}

export async function readMarks(payload: Payload): Promise<Marks> {
  const parts = await marked(payload, PART);
  const workers = await marked(payload, WORKER);
  return {
    parts: Object.fromEntries(parts.map(([part, { at }]) => [part, at])),
    workers: workers.map(([id, { at, leads }]) => ({ id, at, leads: leads === true })),
  };
}

export async function markPart(payload: Payload, part: AskedPart): Promise<void> {
  await payload.kv.set(PART + part, { at: now().toISOString() });
}

export async function markWorker(payload: Payload, id: string, leads: boolean): Promise<void> {
  await payload.kv.set(WORKER + id, { at: now().toISOString(), leads });
}

/** What a worker leaves when it ends, or left when it was killed. */
export async function forgetWorker(payload: Payload, id: string): Promise<void> {
  await payload.kv.delete(WORKER + id);
}

export async function forgetOldWorkers(payload: Payload): Promise<void> {
  const { workers } = await readMarks(payload);
  for (const { id, at } of workers)
    if (now().getTime() - Date.parse(at) > FORGOTTEN_MS) await forgetWorker(payload, id);
}
