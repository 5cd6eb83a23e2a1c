import type { Env, Role } from '../platform/env';
import { requireSearchKeys } from '../search/create';

const READS: readonly Role[] = ['all', 'delivery'];
const WRITES: readonly Role[] = ['all', 'worker'];

/** Settings that only some roles need: said before anything starts. Throws SettingError. */
export function requireSupported({ search, role }: Env): void {
  requireSearchKeys(search, { reads: READS.includes(role), writes: WRITES.includes(role) });
}
