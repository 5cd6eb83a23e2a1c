import { now } from '../../platform/clock';
import { askStorage } from '../../platform/health/ask-storage';
import { ok, out, tried, type Part, type PartStatus } from '../../platform/health/tried';
import type { Storage } from '../../platform/storage/port';
import { SWEEP_LATE_MS } from '../../platform/sweep/sweep-key';
import type { ReadStore } from '../../publishing/read/store';
import type { SearchReader } from '../../search/port';

export interface Readiness {
  status: PartStatus;
  parts: Record<string, Part>;
}

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
  const [database, index, files, sweeps, others] = await Promise.all([
    tried(() => store.ping().then(() => ok())),
    tried(async () => {
      const health = await search.health();
      return health.ok ? ok() : out(health.detail ?? 'no_index');
    }),
    askStorage(storage),
    tried(() => sweepPart(store)),
    more?.().catch(() => ({})) ?? {},
  ]);
  const parts: Record<string, Part> = {
    database,
    search: index,
    storage: files,
    sweeps,
    ...(workerAliveAt ? { worker: workerPart(workerAliveAt()) } : {}),
    ...others,
  };
  const allOk = Object.values(parts).every(({ status }) => status === 'ok');
  return { status: database.status === 'out' ? 'out' : allOk ? 'ok' : 'degraded', parts };
}

/** Rights that have ended stay public where nobody looks at the days. */
async function sweepPart(store: ReadStore): Promise<Part> {
  const last = await store.lastSweep();
  if (!last) return { status: 'degraded', detail: 'never' };
  const late = now().getTime() - Date.parse(last.endedAt) > SWEEP_LATE_MS;
  if (late) return { status: 'degraded', detail: `late_since_${last.endedAt}` };
  return last.failed > 0 ? { status: 'degraded', detail: 'pieces_failed' } : ok();
}

function workerPart(aliveAt: number | undefined): Part {
  if (aliveAt === undefined) return { status: 'degraded', detail: 'starting' };
  return Date.now() - aliveAt < WORKER_STALE_MS ? ok() : out('no_round');
}
