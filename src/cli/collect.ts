import { collectObjects, GRACE_MS, type CollectReport } from '../platform/collector/collect';
import { AppError } from '../platform/errors';
import { openStorage } from '../platform/storage/own-storage';
import { withPayload } from './open';

const HOUR_MS = 3_600_000;

function graceOf(value: unknown): number {
  if (value === undefined) return GRACE_MS;
  const hours = Number(value);
  if (typeof value === 'string' && value.trim() !== '' && hours >= 0) return hours * HOUR_MS;
  const errors = [{ field: '--older-than', code: 'a number of hours is needed' }];
  throw new AppError('invalid_input', { errors });
}

function say({ objects, orphans, bytes, removed, refused, examples }: CollectReport): void {
  for (const key of examples) process.stdout.write(`      ${key}\n`);
  process.stdout.write(
    `${String(objects)} stored objects, ${String(orphans)} without a record (${String(Math.ceil(bytes / 1024))} KB), ${String(removed)} removed.\n`,
  );
  if (!refused) return;
  process.stderr.write(
    'So many have no record that nothing was removed: is this the database of this storage?\nLook with --dry-run; with --force they are removed.\n',
  );
}

/** Removes objects that no record names; exit code 1 when it refuses. */
export async function collect(values: Record<string, unknown>): Promise<number> {
  const graceMs = graceOf(values['older-than']);
  return await withPayload(async (payload) => {
    const report = await collectObjects({
      payload,
      storage: await openStorage(payload),
      graceMs,
      dryRun: values['dry-run'] === true,
      force: values.force === true,
    });
    say(report);
    return report.refused ? 1 : 0;
  });
}
