/**
 * A worker of its own process for outbox-kill.test.ts: does what waits under topic `test`, each
 * effect a file named by its row, and stops dead at one moment so that it can be killed there.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getPayload } from 'payload';
import config from '../../../src/payload.config';
import { setClock } from '../../../src/platform/clock';
import { runOutbox } from '../../../src/platform/worker/run-outbox';
import type { Order } from './spawn-child';

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
setClock(new Date(Date.now() + order.clock));
const payload = await getPayload({ config });

/** Says where it is and never comes back. */
function stopAt(moment: Order['killAt']): Promise<void> | undefined {
  if (order.killAt !== moment) return undefined;
  process.send?.('here');
  return new Promise(() => undefined);
}

let commits = 0;
const commit = payload.db.commitTransaction.bind(payload.db);
payload.db.commitTransaction = async (id) => {
  // The first transaction is that of claiming, the second says that the first effect is done.
  commits += 1;
  await stopAt(commits === 1 ? 'claiming' : 'finishing');
  await commit(id);
};

const handlers = {
  test: async ({ id, data }: { id: string; data: Record<string, unknown> }) => {
    appendFileSync(order.journal, `${id}\n`);
    await stopAt('before the effect');
    writeFileSync(path.join(order.folder, id), String(data.n));
    await stopAt('after the effect');
  },
};
/** On MongoDB what a killed worker's transaction held stays held until its server gives it up. */
async function round(): Promise<number> {
  for (;;) {
    try {
      return await runOutbox({ payload, handlers });
    } catch (error) {
      if ((error as { code?: string }).code !== 'changed_meanwhile') throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
while ((await round()) > 0);
process.send?.('idle');
await payload.destroy();
process.exit(0);
