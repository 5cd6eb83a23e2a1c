import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Inbox } from '../platform/inbox/inbox';
import type { Storage } from '../platform/storage/port';
import type { PortalKey, ReadStore } from '../publishing/read/store';
import type { SearchReader } from '../search/port';
import type { Metrics } from './health/metrics';
import type { Readiness } from './health/readiness';
import type { NoticeLimit } from './http/notice-limit';

/** What every route works with. */
export interface DeliveryContext {
  /** With the eyes of who asks. */
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
  /** Where what the public writes goes. */
  inbox: Inbox;
  notices: NoticeLimit;
  /** What limits are counted on. */
  addressOf: (req: IncomingMessage) => string;
  /** Whose key the request showed. */
  portal: PortalKey | undefined;
}

export interface Env {
  Bindings: HttpBindings & { context: DeliveryContext };
}
