import type { Env, Role } from '../platform/env';
import { requireSearchKeys } from '../search/create';
import { requireServer } from '../search/meilisearch/require-version';

const READS: readonly Role[] = ['all', 'admin', 'delivery'];
const WRITES: readonly Role[] = ['all', 'worker'];

/** What only some roles need of the settings: said before anything starts. Throws SettingError. */
export async function requireSupported({ search, role }: Env): Promise<void> {
  const writes = WRITES.includes(role);
  requireSearchKeys(search, { reads: READS.includes(role), writes });
  if (search.kind === 'meilisearch' && writes) await requireServer(search);
}
