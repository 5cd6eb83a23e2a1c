import type { Payload } from 'payload';
import { now } from '../clock';
import type { BackupReport } from './backup';

/** Of the last backup that came to its end; the health screen and `doctor` show it. */
export interface BackupState {
  endedAt: string;
  records: number;
  objects: number;
  /** Objects that are not in it: the storage did not hold them as they were. */
  faults: number;
}

const KEY = 'backup';

export async function lastBackup(payload: Payload): Promise<BackupState | undefined> {
  return (await payload.kv.get<BackupState>(KEY)) ?? undefined;
}

/** Keeps that a backup was taken, once it is whole. */
export async function noteBackup(
  payload: Payload,
  { manifest, faults }: BackupReport,
): Promise<BackupState> {
  const state: BackupState = {
    endedAt: now().toISOString(),
    records: Object.values(manifest.records).reduce((sum, { records }) => sum + records, 0),
    objects: manifest.objects?.objects ?? 0,
    faults: faults.length,
  };
  await payload.kv.set(KEY, state as never);
  return state;
}
