import { existsSync } from 'node:fs';
import type { Client } from '@libsql/client';
import { getPayload, type Payload } from 'payload';
import { migrations } from '../../migrations/sqlite';
import config from '../payload.config';
import { migrateSqlite } from '../platform/database/migrate-sqlite';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';
import { firstRun } from '../seed/first-run';
import { seedReference } from '../seed/reference';
import { StartError } from './serve';
import { holdWriterLock } from './single-writer';

/**
 * All that must be true before a port opens: one writer, a migrated database, reference data and a
 * first administrator (the first visitor must never be able to register one).
 */
export async function preparePayload(): Promise<{ payload: Payload; lock: Client | undefined }> {
  const { database, dataDir } = getEnv();
  if (database.kind !== 'sqlite') {
    throw new StartError('This version runs on a file: database only. Set DATABASE_URL=file:…');
  }
  const lock = await holdWriterLock(dataDir);
  if (!lock) {
    throw new StartError(
      `Another Kho Học Liệu process is already writing to ${dataDir}. Stop it first, or give this one its own folder: DATA_DIR=./other-data npm start`,
    );
  }
  const fresh = !existsSync(database.file);
  const payload = await getPayload({ config });
  const applied = await migrateSqlite({ payload, file: database.file, migrations });
  if (applied.length > 0) getLogger().info({ applied }, 'database migrated');
  await seedReference(payload);
  await firstRun({ payload, fresh });
  return { payload, lock };
}
