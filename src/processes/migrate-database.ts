import path from 'node:path';
import type { Payload } from 'payload';
import { migrations as ofMongodb } from '../../migrations/mongodb';
import { migrations as ofSqlite } from '../../migrations/sqlite';
import { copyBeforeMigration, dumpBeforeMigration } from '../platform/backup/before-migration';
import { BackupError } from '../platform/backup/backup-error';
import { isHalfRestored } from '../platform/backup/open-records';
import type { Manifest } from '../platform/backup/manifest';
import { migrateMongodb } from '../platform/database/migrate-mongodb';
import { migrateSqlite } from '../platform/database/migrate-sqlite';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';

/** The migrations of this program without those that a database still lacks. */
export function migrationsBut(missing: string[] = []): Manifest['migrations'] {
  const names = (all: { name: string }[]) =>
    all.map(({ name }) => name).filter((name) => !missing.includes(name));
  return { sqlite: names(ofSqlite), mongodb: names(ofMongodb) };
}

/**
 * Brings the database that `DATABASE_URL` names to this version, after a backup into
 * `DATA_DIR/backups`; names what it applied. Throws a sentence when a restore did not end.
 */
export async function migrateDatabase(
  payload: Payload,
  { restoring = false } = {},
): Promise<string[]> {
  const { database, dataDir } = getEnv();
  if (!restoring && (await isHalfRestored(payload))) {
    throw new BackupError(
      'A restore of this database did not come to its end. Run it again: npm run cli -- restore --from DIR --force',
    );
  }
  const folder = path.join(dataDir, 'backups');
  const say = (place: string | undefined) => {
    if (place) getLogger().info({ place }, 'backup taken before the migration');
  };
  if (database.kind === 'mongodb') {
    const before = async (missing: string[]) => {
      const [migration = ''] = missing;
      const migrations = migrationsBut(missing);
      say(await dumpBeforeMigration({ payload, folder, migration, migrations }));
    };
    return await migrateMongodb({ payload, migrations: ofMongodb, before });
  }
  const { file } = database;
  const before = async ([migration = '']: string[]) => {
    say(await copyBeforeMigration({ file, folder, migration }));
  };
  return await migrateSqlite({ payload, file, migrations: ofSqlite, before });
}

/** A backup says which migrations it has behind it: a database that lacks one must be brought up first. */
export async function refuseOldDatabase(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
  });
  const done = new Set(docs.map(({ name }) => name));
  const own = getEnv().database.kind === 'mongodb' ? ofMongodb : ofSqlite;
  const missing = own.find(({ name }) => !done.has(name));
  if (!missing) return;
  throw new BackupError(
    `The database is of an older version: it lacks ${missing.name}. Back it up with that version, or run: npm run cli -- migrate`,
  );
}
