import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Storage } from '../platform/storage/port';
import type { ReadStore } from '../publishing/read/store';
import type { SearchReader } from '../search/port';
import type { Metrics } from './health/metrics';
import type { Readiness } from './health/readiness';

/** What every route works with. */
export interface DeliveryContext {
  store: ReadStore;
  search: SearchReader;
  storage: Storage;
  /** Without a slash at the end; the root of every address in an answer. */
  publicUrl: string;
  logger: Logger;
  /** Headers of every answer of this process. */
  everywhere: Record<string, string>;
  metrics: Metrics;
  readiness: () => Promise<Readiness>;
}

export interface Env {
  Bindings: HttpBindings & { context: DeliveryContext };
}
