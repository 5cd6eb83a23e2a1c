import { pathToFileURL } from 'node:url';
import type { InArgs, Row } from '@libsql/client';

/**
 * One connection to an index file. The library works synchronously on the thread it is called on,
 * so only threads other than the main one may use it. `Client.transaction()` is avoided on purpose:
 * it moves the connection away and opens another.
 */
export interface Connection {
  run(sql: string, args?: InArgs): Promise<void>;
  all(sql: string, args?: InArgs): Promise<Row[]>;
  /** The only column of the only row; null when there is none. */
  value(sql: string, args?: InArgs): Promise<unknown>;
  /** Runs `work` in a transaction; `read` sees one state of the index throughout. */
  transaction<T>(mode: 'read' | 'write', work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** Opens, or creates, the file. */
export async function connect(file: string): Promise<Connection> {
  // Loaded here, so that a process which only hands queries to threads never loads the library.
  const { createClient } = await import('@libsql/client');
  const client = createClient({ url: pathToFileURL(file).href, intMode: 'number' });
  const all = async (sql: string, args: InArgs = []) => (await client.execute({ sql, args })).rows;
  const run = async (sql: string, args: InArgs = []) => {
    await client.execute({ sql, args });
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
      client.close();
    },
  };
}
