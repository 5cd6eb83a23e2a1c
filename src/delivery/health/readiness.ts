import type { Storage } from '../../platform/storage/port';
import type { ReadStore } from '../../publishing/read/store';
import type { SearchReader } from '../../search/port';

export type PartStatus = 'ok' | 'degraded' | 'out';

export interface Part {
  status: PartStatus;
  detail: string | null;
}

export interface Readiness {
  status: PartStatus;
  parts: Record<string, Part>;
}

const PATIENCE_MS = 2_000;
/** A worker that ended no round for so long is stuck or dead. */
const WORKER_STALE_MS = 60_000;

/** Without its database nothing can be delivered; without any other part, less. */
export async function readReadiness(input: {
  store: ReadStore;
  search: SearchReader;
  storage: Storage;
  workerAliveAt?: () => number | undefined;
  more?: () => Promise<Record<string, Part>>;
}): Promise<Readiness> {
  const { store, search, storage, workerAliveAt, more } = input;
  const [database, index, files, others] = await Promise.all([
    tried(() => store.ping().then(() => ok())),
    tried(async () => {
      const health = await search.health();
      return health.ok ? ok() : out(health.detail ?? 'no_index');
    }),
    tried(() => storage.head('readiness-probe').then(() => ok())),
    more?.().catch(() => ({})) ?? {},
  ]);
  const parts: Record<string, Part> = {
    database,
    search: index,
    storage: files,
    ...(workerAliveAt ? { worker: workerPart(workerAliveAt()) } : {}),
    ...others,
  };
  const allOk = Object.values(parts).every(({ status }) => status === 'ok');
  return { status: database.status === 'out' ? 'out' : allOk ? 'ok' : 'degraded', parts };
}

const ok = (): Part => ({ status: 'ok', detail: null });
const out = (detail: string): Part => ({ status: 'out', detail });

function workerPart(aliveAt: number | undefined): Part {
  if (aliveAt === undefined) return { status: 'degraded', detail: 'starting' };
  return Date.now() - aliveAt < WORKER_STALE_MS ? ok() : out('no_round');
}

/** What a part answers in time; its error's words stay in here, they may name addresses. */
async function tried(ask: () => Promise<Part>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      ask(),
      new Promise<Part>((resolve) => {
        timer = setTimeout(() => {
          resolve(out('no_answer'));
        }, PATIENCE_MS);
      }),
    ]);
  } catch (error) {
    const { code } = error as { code?: unknown };
    return out(typeof code === 'string' ? code.toLowerCase() : 'failed');
  } finally {
    clearTimeout(timer);
  }
}
