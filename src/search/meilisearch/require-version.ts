import { SettingError } from '../../platform/env';
import type { Connection } from './connection';

const OLDEST = [1, 50] as const;

export function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Throws SettingError for a server that is too old for what we ask of it. */
export async function requireVersion(connection: Connection): Promise<void> {
  const { pkgVersion } = await connection.call<{ pkgVersion: string }>({
    method: 'GET',
    path: '/version',
  });
  if (isSupported(pkgVersion)) return;
  throw new SettingError(
    'SEARCH_URL',
    `${connection.address} (Meilisearch ${pkgVersion})`,
    `Meilisearch ${OLDEST.join('.')} or newer`,
    'http://meilisearch:7700',
  );
}
