import { existsSync } from 'node:fs';
import type { Client } from '@libsql/client';
import { getPayload, type Payload } from 'payload';
import config from '../payload.config';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';
import { adoptStorage } from '../platform/storage/own-storage';
import { firstRun } from '../seed/first-run';
import { seedReference } from '../seed/reference';
import { migrateDatabase } from './migrate-database';
import { StartError } from './serve';
import { holdWriterLock } from './single-writer';

/**
 * All that must be true before a port opens: one writer, a migrated database, reference data and a
 * first administrator (the first visitor must never be able to register one).
 */
export async function preparePayload(): Promise<{ payload: Payload; lock: Client | undefined }> {
  const { database, dataDir } = getEnv();
  const lock = database.kind === 'sqlite' ? await onlyWriter(dataDir) : undefined;
  const fresh = database.kind === 'sqlite' && !existsSync(database.file);
  const payload = await getPayload({ config });
  const applied = await migrateDatabase(payload);
  if (applied.length > 0) getLogger().info({ applied }, 'database migrated');
  await adoptStorage(payload);
  await seedReference(payload);
  await firstRun({ payload, fresh });
  return { payload, lock };
}

async function onlyWriter(dataDir: string): Promise<Client> {
  const lock = await holdWriterLock(dataDir);
  if (lock) return lock;
  throw new StartError(
    `Another Kho Học Liệu process is already writing to ${dataDir}. Stop it first, or give this one its own folder: DATA_DIR=./other-data npm start`,
  );
}
