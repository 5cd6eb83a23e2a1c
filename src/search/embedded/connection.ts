import type { SqlValue } from '../../platform/database/prepared';

/** The ids of a list that is bound as JSON: a statement that does not name them is prepared once. */
export const AMONG = '(SELECT value FROM json_each(?))';

/**
 * One connection to an index file. The library works synchronously on the thread it is called on,
 * so only threads other than the main one may use it. `Client.transaction()` is avoided on purpose:
 * it moves the connection away and opens another.
 */
export interface Connection {
  run(sql: string, args?: SqlValue[]): Promise<void>;
  /** Rows as lists of values, in the order of the columns. */
  all(sql: string, args?: SqlValue[]): Promise<unknown[][]>;
  /** The only column of the only row; null when there is none. */
  value(sql: string, args?: SqlValue[]): Promise<unknown>;
  /** Runs `work` in a transaction; `read` sees one state of the index throughout. */
  transaction<T>(mode: 'read' | 'write', work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** Opens, or creates, the file. */
export async function connect(file: string): Promise<Connection> {
  // Loaded here, so that a process which only hands queries to threads never loads the library.
  const { openPrepared } = await import('../../platform/database/prepared');
  const database = openPrepared(file);
  const all = (sql: string, args?: SqlValue[]) =>
    new Promise<unknown[][]>((resolve) => {
      resolve(database.lists(sql, args));
    });
  const run = async (sql: string, args?: SqlValue[]) => {
    await all(sql, args);
  };
  await run('PRAGMA busy_timeout = 5000');
  return {
    run,
    all,
    value: async (sql, args) => (await all(sql, args))[0]?.[0] ?? null,
    transaction: async (mode, work) => {
      await run(mode === 'read' ? 'BEGIN' : 'BEGIN IMMEDIATE');
      let result;
      try {
        result = await work();
        await run('COMMIT');
      } catch (error) {
        await run('ROLLBACK').catch(() => undefined); // SQLite may have rolled back by itself
        throw error;
      }
      return result;
    },
    close: () => {
      database.close();
    },
  };
}
