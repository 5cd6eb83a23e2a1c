import { SettingError, type MeilisearchSetting } from '../../platform/env';
import { connect, MeilisearchError, type Connection } from './connection';

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

/**
 * Looks at the server before anything starts. Throws SettingError for one that is too old or does
 * not take the key; one that is out is waited for later.
 */
export async function requireServer({ url, masterKey = '' }: MeilisearchSetting): Promise<void> {
  try {
    await requireVersion(connect({ url, key: masterKey, timeLimitMs: 3_000 }));
  } catch (error) {
    if (!(error instanceof MeilisearchError)) throw error;
    if (error.status !== 401 && error.status !== 403) return;
    throw new SettingError(
      'MEILI_MASTER_KEY',
      'a key that is refused',
      `a key of the Meilisearch at ${url} that may write its indexes`,
      'a3f9…',
    );
  }
}
