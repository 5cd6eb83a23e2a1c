import { SettingError, type Env } from '../platform/env';

/** Settings whose grammar is known but whose service this version can't use: said before anything starts. */
export function requireSupported({ database, storage, search }: Env): void {
  if (database.kind !== 'sqlite') {
    throw new SettingError(
      'DATABASE_URL',
      'mongodb…',
      'a file: database in this version',
      'file:./data/kho.db',
    );
  }
  if (storage.kind !== 'disk') {
    throw new SettingError(
      'STORAGE_URL',
      `s3://${storage.bucket}…`,
      'a file: storage in this version',
      'file:./media',
    );
  }
  if (search.kind !== 'embedded') {
    throw new SettingError(
      'SEARCH_URL',
      search.url,
      'a file: index in this version',
      'file:./data/search',
    );
  }
}
