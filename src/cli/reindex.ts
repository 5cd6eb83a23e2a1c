import { getEnv } from '../platform/env';
import { openStorage } from '../platform/storage/own-storage';
import { holdWriterLock } from '../processes/single-writer';
import { allSearchDocuments } from '../publishing/sync-search';
import { createSearchWriter } from '../search/create';
import { askForRebuild } from './ask-for-rebuild';
import { withPayload } from './open';

const PATIENCE_MS = 30 * 60_000;
const LOOK_MS = 500;

/** The index has one writer: the running server's worker when there is one, otherwise this command. */
export async function reindex(): Promise<number> {
  const { dataDir, search } = getEnv();
  const lock = await holdWriterLock(dataDir);
  return await withPayload(async (payload) => {
    if (lock) {
      const writer = createSearchWriter({ setting: search });
      try {
        const { documents } = await writer.rebuild(
          allSearchDocuments({ payload, storage: await openStorage(payload) }),
        );
        process.stdout.write(`Indexed ${String(documents)} publications.\n`);
      } finally {
        await writer.close();
        lock.close();
      }
      return 0;
    }
    const key = await askForRebuild(payload);
    process.stdout.write('The running server rebuilds the index …\n');
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const found = await payload.find({
        collection: 'outbox',
        where: { key: { equals: key } },
        limit: 1,
        depth: 0,
      });
      const row = found.docs[0];
      if (row?.status === 'done') {
        process.stdout.write('Done.\n');
        return 0;
      }
      if (row?.status === 'failed') {
        process.stderr.write(`It failed: ${row.lastError ?? ''}\n`);
        return 1;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    process.stderr.write('The server did not finish in time; look at its log.\n');
    return 1;
  });
}
