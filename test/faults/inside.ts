import type { Payload } from 'payload';
import type { Storage } from '../../src/platform/storage/port';
import { objectsOf, SETS_WITH_OBJECTS } from '../../src/platform/backup/stored-objects';
import type { Office } from './office';
import { sha256 } from './office';

/** The house's database and storage as they are, past the program under test. */
export interface Inside {
  payload: Payload;
  storage: Storage;
  rows(collection: string, where?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** Keys that records name, of which there is no object or another one. */
  withoutBytes(): Promise<string[]>;
  verifyChain(): Promise<{ events: number; unsealed: number; fault: unknown }>;
  close(): Promise<void>;
}

/** Settings are read once a process: one house for each test file. */
export async function lookInside({ house }: Office): Promise<Inside> {
  Object.assign(process.env, house.env, { NODE_ENV: 'test', LOG_LEVEL: 'silent' });
  const { getPayload } = await import('payload');
  const { default: config } = await import('../../src/payload.config');
  const { getStorage } = await import('../../src/platform/storage/storage');
  const { databaseRecords } = await import('../../src/platform/backup/open-records');
  const { recordSets } = await import('../../src/platform/backup/record-sets');
  const { verifyChain } = await import('../../src/audit/verify');
  const payload = await getPayload({ config, key: house.folder });
  const storage = getStorage();
  return {
    payload,
    storage,
    async rows(collection, where = {}) {
      const found = await payload.find({
        collection: collection as 'materials',
        where: where as never,
        pagination: false,
        depth: 0,
        showHiddenFields: true,
      });
      return found.docs as unknown as Record<string, unknown>[];
    },
    async withoutBytes() {
      const bad: string[] = [];
      const database = await databaseRecords(payload);
      for (const set of recordSets(payload)) {
        if (!SETS_WITH_OBJECTS.has(set.name)) continue;
        for await (const record of database.read(set)) {
          for (const object of objectsOf(record)) {
            const there = await storage.head(object.key);
            const same =
              there &&
              (object.sha256 === undefined ||
                sha256(Buffer.from(await storage.readBytes(object.key))) === object.sha256);
            if (!same) bad.push(object.key);
          }
        }
      }
      return bad;
    },
    verifyChain: () => verifyChain(payload),
    close: () => payload.destroy(),
  };
}
