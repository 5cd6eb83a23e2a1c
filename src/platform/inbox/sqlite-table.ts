import { openSqlite } from '../database/sqlite-client';
import { AppError, isAppError } from '../errors';
import type { InboxTable } from './inbox';

/** The disk, not the row: a read-only file, a full disk, a database that is not there. */
const OUT = /^SQLITE_(READONLY|CANTOPEN|IOERR|FULL|NOTADB|CORRUPT|PERM|AUTH)/;

async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error)) throw error;
    const { code = '' } = error as { code?: string };
    throw OUT.test(code) ? new AppError('unavailable', {}, error) : error;
  }
}

/**
 * A row is one statement that commits by itself. In a process that writes anyway it waits in the one
 * queue of writers; a delivery process apart waits its turn for the file like a command does.
 */
export async function openSqliteTable(file: string): Promise<InboxTable> {
  const client = await orUnavailable(() => openSqlite(file));
  return {
    async insert({ id, kind, body, receivedAt }) {
      const at = receivedAt.toISOString();
      await orUnavailable(() =>
        client.execute({
          sql: `INSERT INTO inbox (id, kind, body, received_at, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)`,
          args: [id, kind, JSON.stringify(body), at, at, at],
        }),
      );
    },
    // The connection is the process's own, which closes it.
    close: () => Promise.resolve(),
  };
}
