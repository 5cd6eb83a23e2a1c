import type { Payload } from 'payload';
import { BackupError } from '../platform/backup/backup-error';
import { now } from '../platform/clock';
import { readMarks, WORKER_SILENT_MS } from '../platform/health/marks';

/** On MongoDB no lock of a folder tells that others work on the database: a worker's mark does. */
export async function refuseBesideWorkers(payload: Payload): Promise<void> {
  if (payload.db.name !== 'mongoose') return;
  const { workers } = await readMarks(payload);
  const heard = Math.max(0, ...workers.map(({ at }) => Date.parse(at)));
  const seconds = Math.max(0, Math.round((now().getTime() - heard) / 1_000));
  if (seconds * 1_000 > WORKER_SILENT_MS) return;
  throw new BackupError(
    `A worker was heard of ${String(seconds)} seconds ago: a restore needs the database for itself. Stop every process of every machine; what was killed is forgotten after three minutes.`,
  );
}
