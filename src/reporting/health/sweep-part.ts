import { now } from '../../platform/clock';
import { lastSweep } from '../../platform/sweep/last-sweep';
import { SWEEP_LATE_MS } from '../../platform/sweep/sweep-key';
import { ageOf, type HealthContext } from './context';
import type { Finding } from './finding';

/** Terms that end, embargoes and days of review are seen to at least every hour, by the worker. */
export async function sweepFinding({ payload, serving }: HealthContext): Promise<Finding> {
  const part = 'sweeps';
  const last = await lastSweep(payload);
  const late = !last || ageOf(last.endedAt, now()) > SWEEP_LATE_MS;
  const failed = last?.failed ?? 0;
  const code = !last ? 'sweepNever' : late ? 'sweepLate' : failed > 0 ? 'sweepFailed' : 'swept';
  return {
    part,
    // A server that has just started has not come to it yet; a command may run while all is stopped.
    status: failed > 0 || (late && last && serving) ? 'fault' : late ? 'warning' : 'ok',
    lastWorkedAt: last?.endedAt ?? null,
    detail: { code, params: { failed } },
    remedy: late ? 'sweepLate' : failed > 0 ? 'sweepFailed' : null,
  };
}
