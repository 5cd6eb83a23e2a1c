import type { Payload } from 'payload';
import { migrations as ofMongodb } from '../../migrations/mongodb';
import { migrations as ofSqlite } from '../../migrations/sqlite';
import { migrateMongodb } from '../platform/database/migrate-mongodb';
import { migrateSqlite } from '../platform/database/migrate-sqlite';
import { getEnv } from '../platform/env';

/** Brings the database that `DATABASE_URL` names to this version; names what it applied. */
export async function migrateDatabase(payload: Payload): Promise<string[]> {
  const { database } = getEnv();
  return database.kind === 'mongodb'
    ? await migrateMongodb({ payload, migrations: ofMongodb })
    : await migrateSqlite({ payload, file: database.file, migrations: ofSqlite });
}
