import { hanoiDate, now } from '../../platform/clock';
import { isHalfRestored } from '../../platform/backup/open-records';
import { missingMigrations } from '../../platform/database/migrations';
import { freeDisk } from '../../platform/free-disk';
import { holidaysAreKnown } from '../../review/working-days';
import type { HealthContext } from './context';
import type { Finding } from './finding';

export async function migrationsFinding({ payload }: HealthContext): Promise<Finding> {
  if (await isHalfRestored(payload)) {
    return {
      part: 'migrations',
      status: 'fault',
      lastWorkedAt: null,
      detail: { code: 'halfRestored' },
      remedy: 'halfRestored',
    };
  }
  const missing = await missingMigrations(payload);
  const [name] = missing;
  return {
    part: 'migrations',
    status: name === undefined ? 'ok' : 'fault',
    lastWorkedAt: null,
    detail:
      name === undefined
        ? { code: 'migrated' }
        : { code: 'notMigrated', params: { name, missing: missing.length } },
    remedy: name === undefined ? null : 'migrations',
  };
}

const GB = 1024 ** 3;
const LITTLE = 2 * GB;
const ALMOST_NOTHING = GB / 2;

/** How many gigabytes are left where the data lie. */
export async function diskFinding(): Promise<Finding> {
  const free = await freeDisk();
  const low = free !== null && free < LITTLE;
  return {
    part: 'disk',
    status: free === null ? 'off' : free < ALMOST_NOTHING ? 'fault' : low ? 'warning' : 'ok',
    lastWorkedAt: null,
    detail:
      free === null
        ? { code: 'diskUnknown' }
        : { code: 'diskFree', params: { gigabytes: Math.round((free / GB) * 10) / 10 } },
    remedy: low ? 'disk' : null,
  };
}

const MONTH_MS = 30 * 24 * 3_600_000;

/** The review clock counts on holidays that the government announces year by year. */
export function holidaysFinding(): Finding {
  const days = [now(), new Date(now().getTime() + MONTH_MS)];
  const years = [...new Set(days.map((day) => Number(hanoiDate(day).slice(0, 4))))];
  const unknown = years.filter((year) => !holidaysAreKnown(year));
  const known = unknown.length === 0;
  return {
    part: 'holidays',
    status: known ? 'ok' : 'warning',
    lastWorkedAt: null,
    detail: {
      code: known ? 'holidaysKnown' : 'holidaysUnknown',
      params: { years: (known ? years : unknown).join(', ') },
    },
    remedy: known ? null : 'holidays',
  };
}

/** No version has one yet: said, so that nobody takes *not scanned* for *clean*. */
export const scannerFinding = (): Finding => ({
  part: 'scanner',
  status: 'off',
  lastWorkedAt: null,
  detail: { code: 'scannerOff' },
  remedy: null,
});
