import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Payload } from 'payload';
import { vi } from 'vitest';
import type { Storage } from '../../src/platform/storage/port';
import { dropMongodb, mongodbUrl } from '../helpers/database';
import { testStorageUrl } from '../helpers/storage';

/** The modules of a process that runs on the pair: settings are read once a process. */
async function modules() {
  return {
    config: (await import('../../src/payload.config')).default,
    ...(await import('../../src/processes/migrate-database')),
    ...(await import('../../src/platform/backup/backup')),
    ...(await import('../../src/platform/backup/restore')),
    ...(await import('../../src/platform/backup/canonical')),
    ...(await import('../../src/platform/backup/record-sets')),
    ...(await import('../../src/platform/backup/open-records')),
    ...(await import('../../src/platform/storage/storage')),
    ...(await import('../../src/platform/env')),
    ...(await import('../../src/cli/doctor')),
  };
}

export interface Pair {
  payload: Payload;
  storage: Storage;
  folder: string;
  on: Awaited<ReturnType<typeof modules>>;
  close(): Promise<void>;
}

/** The embedded pair, or the one that the suite runs on. */
export type Kind = 'embedded' | 'under test';

function addresses(kind: Kind, folder: string) {
  const real = kind === 'under test';
  const mongodb = real && process.env.TEST_DATABASE_URL;
  return {
    database: mongodb
      ? mongodbUrl(`kho_pair_${randomUUID().replaceAll('-', '')}`)
      : `file:${path.join(folder, 'data', 'kho.db')}`,
    storage: real ? testStorageUrl(folder) : `file:${path.join(folder, 'media')}`,
  };
}

/** A migrated database and a storage with nothing in them, as a new process would open them. */
export async function emptyPair(kind: Kind): Promise<Pair> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-pair-'));
  mkdirSync(path.join(folder, 'data'));
  const { database, storage: storageUrl } = addresses(kind, folder);
  Object.assign(process.env, {
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: database,
    STORAGE_URL: storageUrl,
    SEARCH_URL: `file:${path.join(folder, 'search')}`,
    PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
    LOG_LEVEL: 'silent',
  });
  vi.resetModules();
  const on = await modules();
  const { getPayload } = await import('payload');
  const payload = await getPayload({ config: on.config, key: folder });
  await on.migrateDatabase(payload);
  const storage = on.createStorage(on.getEnv().storage);
  return {
    payload,
    storage,
    folder,
    on,
    async close() {
      await payload.destroy();
      for await (const { key } of storage.list('')) await storage.delete(key);
      if (database.startsWith('mongodb')) await dropMongodb(database);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
