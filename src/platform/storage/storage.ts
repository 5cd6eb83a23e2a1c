import { getEnv, SettingError } from '../env';
import { diskStorage } from './disk';
import type { Storage } from './port';

const key = Symbol.for('kho.storage');
type Holder = { [key]?: Storage };

/** The storage that `STORAGE_URL` names, one for the process. */
export function getStorage(): Storage {
  const holder = globalThis as Holder;
  if (!holder[key]) {
    const setting = getEnv().storage;
    if (setting.kind !== 'disk') {
      throw new SettingError(
        'STORAGE_URL',
        's3://…',
        'file:… (S3 is not supported by this version)',
        'file:./media',
      );
    }
    holder[key] = diskStorage(setting.folder);
  }
  return holder[key];
}
