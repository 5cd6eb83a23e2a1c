import { AppError } from '../../platform/errors';
import { createColumns, type Columns } from './columns';
import { connect, type Connection } from './connection';
import { currentIndex } from './files';
import { isComplete } from './schema';

export interface OpenIndex {
  connection: Connection;
  columns: Columns;
}

/** Follows the pointer file: every read sees the index that is in use, as it is now. */
export interface IndexSession {
  /**
   * Runs `work` on one state of the index; null where none was ever built. Throws AppError
   * `search_unavailable` where only another version has one.
   */
  read<T>(work: (index: OpenIndex) => Promise<T>): Promise<T | null>;
  health(): Promise<{ ok: boolean; documents: number; detail?: string }>;
  close(): void;
}

export function createIndexSession(folder: string): IndexSession {
  let open: (OpenIndex & { file: string }) | null = null;

  function close() {
    open?.connection.close();
    open = null;
  }

  function missing(): 'no_index' | 'other_folding' {
    const found = currentIndex(folder);
    return 'missing' in found ? found.missing : 'no_index';
  }

  async function current(): Promise<OpenIndex | null> {
    const found = currentIndex(folder);
    if ('missing' in found) {
      // A worker of another version leads now: what is open here is read until this process is replaced.
      if (found.missing === 'other_folding' && open) return open;
      close();
      return null;
    }
    if (open?.file !== found.file) {
      close();
      const connection = await connect(found.file);
      await connection.run('PRAGMA query_only = 1');
      await connection.run('PRAGMA cache_size = -8192');
      open = { file: found.file, connection, columns: createColumns() };
    }
    return open;
  }

  const session: IndexSession = {
    async read(work) {
      const index = await current();
      if (!index && missing() === 'other_folding') throw new AppError('search_unavailable');
      if (!index) return null;
      return index.connection.transaction('read', async () => {
        await index.columns.refresh(index.connection);
        return work(index);
      });
    },
    async health() {
      const index = await current();
      const state = index && (await session.read(stateOf));
      if (!state) return { ok: false, documents: 0, detail: missing() };
      const { documents, complete } = state;
      return complete ? { ok: true, documents } : { ok: true, documents, detail: 'index_partial' };
    },
    close,
  };
  return session;
}

const stateOf = async ({ connection, columns }: OpenIndex) => ({
  documents: columns.size,
  complete: await isComplete(connection),
});
