import { lastBackup } from '../../platform/backup/last-backup';
import { lastFixity } from '../../platform/backup/fixity';
import { now } from '../../platform/clock';
import { ageOf, type HealthContext } from './context';
import type { Finding } from './finding';

const HOUR_MS = 3_600_000;
/** One night was missed. */
const BACKUP_MS = 36 * HOUR_MS;
/** One week was missed. */
const FIXITY_MS = 8 * 24 * HOUR_MS;

export async function backupFinding({ payload }: HealthContext): Promise<Finding> {
  const last = await lastBackup(payload);
  const part = 'backup';
  if (!last)
    return { part, status: 'warning', lastWorkedAt: null, detail: { code: 'never' }, remedy: part };
  const { endedAt, records, objects, faults } = last;
  const old = ageOf(endedAt, now()) > BACKUP_MS;
  const code = faults > 0 ? 'backupLacks' : old ? 'backupOld' : 'backupTaken';
  return {
    part,
    status: faults > 0 ? 'fault' : old ? 'warning' : 'ok',
    lastWorkedAt: endedAt,
    detail: { code, params: { records, objects, faults } },
    remedy: faults > 0 ? 'fixity' : old ? part : null,
  };
}

export async function fixityFinding({ payload }: HealthContext): Promise<Finding> {
  const last = await lastFixity(payload);
  const part = 'fixity';
  if (!last)
    return {
      part,
      status: 'warning',
      lastWorkedAt: null,
      detail: { code: 'never' },
      remedy: 'fixityRun',
    };
  const { endedAt, objects, faults, repaired } = last;
  const old = ageOf(endedAt, now()) > FIXITY_MS;
  return {
    part,
    status: faults > 0 ? 'fault' : old ? 'warning' : 'ok',
    lastWorkedAt: endedAt,
    detail: {
      code: faults > 0 ? 'fixityFaults' : 'fixityWhole',
      params: { objects, faults, repaired },
    },
    remedy: faults > 0 ? part : old ? 'fixityRun' : null,
  };
}
