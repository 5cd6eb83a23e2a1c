import { rm } from 'node:fs/promises';
import { BackupError } from '../platform/backup/backup-error';
import { terminalProgress } from '../platform/backup/progress';
import { restoreBackup } from '../platform/backup/restore';
import { getEnv } from '../platform/env';
import { forgetWorker, readMarks } from '../platform/health/marks';
import { getStorage } from '../platform/storage/storage';
import { migrateDatabase, migrationsBut } from '../processes/migrate-database';
import { holdWriterLock } from '../processes/single-writer';
import { askForRebuild } from './ask-for-rebuild';
import { needFolder } from './need-folder';
import { withPayload } from './open';
import { refuseBesideWorkers } from './refuse-beside-workers';

/** Nobody else may write meanwhile. On MongoDB the operator sees to it. */
export async function restore(values: Record<string, unknown>): Promise<number> {
  const from = needFolder('--from', values.from);
  const { dataDir, search } = getEnv();
  const lock = await holdWriterLock(dataDir);
  if (!lock) {
    throw new BackupError(
      'The server is running. Stop it first: a restore needs the database for itself.',
    );
  }
  try {
    return await withPayload(async (payload) => {
      await refuseBesideWorkers(payload);
      await migrateDatabase(payload, { restoring: true });
      const { takenAt, records } = await restoreBackup({
        payload,
        storage: getStorage(),
        from,
        force: values.force === true,
        migrations: migrationsBut(),
        progress: terminalProgress(),
      });
      // The index is of what stood here before, on this machine and wherever else a worker keeps one.
      if (search.kind === 'embedded') await rm(search.folder, { recursive: true, force: true });
      await askForRebuild(payload);
      // The workers of the place it was taken at do not work here.
      for (const { id } of (await readMarks(payload)).workers) await forgetWorker(payload, id);
      const count = Object.values(records).reduce((sum, entry) => sum + entry.records, 0);
      process.stdout.write(
        `Restored the backup of ${takenAt}: ${String(count)} records and every file, read again and equal.\nStart the program, which builds the search index; then check it before anybody works on it: npm run cli -- doctor\n`,
      );
      return 0;
    });
  } finally {
    lock.close();
  }
}
