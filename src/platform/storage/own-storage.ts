import type { Payload } from 'payload';
import { getLogger } from '../logger';
import type { StorageMark } from './mark';
import type { Storage } from './port';
import { getStorage } from './storage';

const KEY = 'storage';

/** The id of the folder that holds this database's files; none on S3 and before the first start. */
export async function storageId(payload: Payload): Promise<string | undefined> {
  return (await payload.kv.get<{ id: string }>(KEY))?.id;
}

export async function keepStorageId(payload: Payload, id: string): Promise<void> {
  try {
    await payload.kv.set(KEY, { id });
  } catch (error) {
    // Another process that starts beside this one may have kept the same.
    if ((await storageId(payload)) !== id) throw error;
  }
}

/** The storage of this process, which takes nothing into a folder that is not the database's. */
export async function openStorage(payload: Payload): Promise<Storage> {
  await adoptStorage(payload);
  return getStorage();
}

/**
 * At a start: ties the database to its folder, if it is not yet. The start goes on where the folder
 * is another one; what is asked of the storage then says so.
 */
export async function adoptStorage(payload: Payload): Promise<void> {
  const { mark } = getStorage();
  if (!mark) return;
  try {
    await adopt(payload, mark);
  } catch (error) {
    getLogger().error({ err: error }, 'the folder of files could not be marked as this one');
  }
}

async function adopt(payload: Payload, mark: StorageMark): Promise<void> {
  const known = await storageId(payload);
  // Before the folder is looked at: a disk that answers with an error must not switch the check off.
  if (known !== undefined) mark.expect(known);
  if (!(await isOurs(payload, mark, known))) {
    mark.expect(known ?? null);
    getLogger().error('the folder of files is not that of this database: is its disk mounted?');
    return;
  }
  const id = await mark.make(known);
  if (id !== known) await keepStorageId(payload, id);
  mark.expect(id);
}

/** An empty mark is the operator's word: whoever filled the folder by hand puts one there. */
async function isOurs(payload: Payload, mark: StorageMark, known?: string): Promise<boolean> {
  const found = await mark.read();
  if (found === '') return true;
  if (known !== undefined) return found === known;
  if (found !== undefined || !(await mark.isBare())) return true;
  // The files of an office that has some lie elsewhere: nothing is mounted here.
  return (await payload.count({ collection: 'files' })).totalDocs === 0;
}
