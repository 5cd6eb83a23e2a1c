import { getEnv, type StorageSetting } from '../env';
import { diskStorage } from './disk';
import type { Storage } from './port';
import { s3Storage } from './s3';

const key = Symbol.for('kho.storage');
type Holder = { [key]?: Storage };

export function createStorage(setting: StorageSetting): Storage {
  return setting.kind === 's3' ? s3Storage(setting) : diskStorage(setting.folder);
}

/** The storage that `STORAGE_URL` names, one for the process. */
export function getStorage(): Storage {
  const holder = globalThis as Holder;
  holder[key] ??= createStorage(getEnv().storage);
  return holder[key];
}
