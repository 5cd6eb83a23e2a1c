import { takeBackup } from '../platform/backup/backup';
import { noteBackup } from '../platform/backup/last-backup';
import { terminalProgress } from '../platform/backup/progress';
import { openStorage } from '../platform/storage/own-storage';
import { migrationsBut, refuseUnfitForBackup } from '../processes/migrate-database';
import { withPayload } from './open';
import { needFolder } from './need-folder';

export async function backup(values: Record<string, unknown>): Promise<number> {
  const to = needFolder('--to', values.to);
  return await withPayload(async (payload) => {
    await refuseUnfitForBackup(payload);
    const report = await takeBackup({
      payload,
      storage: await openStorage(payload),
      to,
      migrations: migrationsBut(),
      progress: terminalProgress(),
    });
    const { manifest, faults } = report;
    const { records, objects } = await noteBackup(payload, report);
    process.stdout.write(
      `Backup of ${manifest.takenAt} in ${to}: ${String(records)} records, ${String(objects)} files, each with its SHA-256.\n` +
        `Not in it: your secrets. READ-ME.txt lists what to keep elsewhere.\n`,
    );
    for (const { key, fault } of faults) {
      process.stderr.write(`NOT in the backup: ${key} is ${fault} in the storage.\n`);
    }
    if (faults.length > 0) process.stderr.write('Run: npm run cli -- fixity\n');
    return faults.length > 0 ? 1 : 0;
  });
}
