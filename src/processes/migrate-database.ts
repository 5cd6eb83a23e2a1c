import path from 'node:path';
import type { Payload } from 'payload';
import { copyBeforeMigration, dumpBeforeMigration } from '../platform/backup/before-migration';
import { BackupError } from '../platform/backup/backup-error';
import { isHalfRestored } from '../platform/backup/open-records';
import type { Manifest } from '../platform/backup/manifest';
import { migrateMongodb } from '../platform/database/migrate-mongodb';
import { migrateSqlite } from '../platform/database/migrate-sqlite';
import { missingMigrations, OWN_MIGRATIONS } from '../platform/database/migrations';
import { getEnv } from '../platform/env';
import { getLogger } from '../platform/logger';

/** The migrations of this program without those that a database still lacks. */
export function migrationsBut(missing: string[] = []): Manifest['migrations'] {
  const names = (all: { name: string }[]) =>
    all.map(({ name }) => name).filter((name) => !missing.includes(name));
  return { sqlite: names(OWN_MIGRATIONS.sqlite), mongodb: names(OWN_MIGRATIONS.mongodb) };
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
  if (!restoring) await refuseHalf(payload);
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
    return await migrateMongodb({ payload, migrations: OWN_MIGRATIONS.mongodb, before });
  }
  const { file } = database;
  const before = async ([migration = '']: string[]) => {
    say(await copyBeforeMigration({ file, folder, migration }));
  };
  return await migrateSqlite({ payload, file, migrations: OWN_MIGRATIONS.sqlite, before });
}

async function refuseHalf(payload: Payload): Promise<void> {
  if (!(await isHalfRestored(payload))) return;
  throw new BackupError(
    'A restore of this database did not come to its end. Run it again: npm run cli -- restore --from DIR --force',
  );
}

/**
 * A backup says which migrations it has behind it: a database that lacks one must be brought up
 * first. Of half a database it would look whole.
 */
export async function refuseUnfitForBackup(payload: Payload): Promise<void> {
  await refuseHalf(payload);
  const [missing] = await missingMigrations(payload);
  if (!missing) return;
  throw new BackupError(
    `The database is of an older version: it lacks ${missing}. Back it up with that version, or run: npm run cli -- migrate`,
  );
}
