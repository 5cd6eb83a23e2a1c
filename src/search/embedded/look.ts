import type { SearchReader } from '../port';
import { connect } from './connection';
import { currentIndex } from './files';
import { countDocuments, isComplete } from './schema';

type Health = Awaited<ReturnType<SearchReader['health']>>;

/** As the reader's health, for a process that has no search threads: two short questions. */
export async function lookAtIndex(folder: string): Promise<Health> {
  const index = currentIndex(folder);
  if ('missing' in index) return { ok: false, documents: 0, detail: index.missing };
  const connection = await connect(index.file);
  try {
    const documents = await countDocuments(connection);
    const complete = await isComplete(connection);
    return { ok: true, documents, ...(complete ? {} : { detail: 'index_partial' }) };
  } finally {
    connection.close();
  }
}
