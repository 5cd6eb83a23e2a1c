import { createDelivery, type Delivery } from '../delivery/app';
import { getEnv } from '../platform/env';
import { openInbox } from '../platform/inbox/inbox';
import { getLogger } from '../platform/logger';
import { signals } from '../platform/signals';
import { getStorage } from '../platform/storage/storage';
import { openReadStore } from '../publishing/read/open';
import { createSearchReader } from '../search/create';
import { distFile } from './dist-file';
import { furtherParts } from './further-parts';

export interface DeliveryParts {
  delivery: Delivery;
  close(): Promise<void>;
}

/** The public side, as every role that serves it runs it. Imports neither Payload nor Next. */
export async function createDeliveryParts(input: {
  /** When the worker of this process ended its last round; absent where the worker is elsewhere. */
  workerAliveAt?: () => number | undefined;
}): Promise<DeliveryParts> {
  const env = getEnv();
  const store = await openReadStore(env.database);
  const search = createSearchReader({
    setting: env.search,
    threadFile: distFile('search-thread.js'),
    onProblem: (error) => getLogger().warn({ err: error }, 'search'),
  });
  const inbox = openInbox(env.database);
  const delivery = createDelivery({
    inbox,
    store,
    search,
    storage: getStorage(),
    publicUrl: env.publicUrl,
    logger: getLogger(),
    trustProxy: env.trustProxy,
    metricsToken: env.metricsToken,
    workerAliveAt: input.workerAliveAt,
    health: furtherParts(),
  });
  const changed = () => {
    store.invalidate();
  };
  signals().on('publication', changed);
  return {
    delivery,
    async close() {
      signals().off('publication', changed);
      await delivery.close();
      await inbox.close();
      await search.close();
      await store.close();
    },
  };
}
