import { randomUUID } from 'node:crypto';
import { now } from '../clock';
import type { DatabaseSetting } from '../env';
import { signals } from '../signals';

/** What the public writes: kept as it came until the worker turns it into documents. */
export interface Inbox {
  /** Resolves once it is stored. Throws AppError `unavailable` or `database_busy` (both 503). */
  append(kind: string, body: object): Promise<void>;
  close(): Promise<void>;
}

export interface InboxRow {
  id: string;
  kind: string;
  body: object;
  receivedAt: Date;
}

export interface InboxTable {
  insert(row: InboxRow): Promise<void>;
  close(): Promise<void>;
}

async function openTable(database: DatabaseSetting): Promise<InboxTable> {
  // Loaded with the first row: a process to which nobody writes opens no further connection.
  return database.kind === 'sqlite'
    ? (await import('./sqlite-table')).openSqliteTable(database.file)
    : (await import('./mongodb-table')).openMongodbTable(database.url);
}

/** The inbox on the database that the settings name, opened when the first row is written. */
export function openInbox(database: DatabaseSetting): Inbox {
  let table: Promise<InboxTable> | undefined;
  return {
    async append(kind, body) {
      table ??= openTable(database).catch((error: unknown) => {
        table = undefined;
        throw error;
      });
      await (await table).insert({ id: randomUUID(), kind, body, receivedAt: now() });
      signals().emit('outbox');
    },
    async close() {
      await (await table)?.close();
    },
  };
}
