import { sqliteAdapter } from '@payloadcms/db-sqlite';
import type { DatabaseAdapterObj } from 'payload';
import { AppError } from '../errors';
import { getEnv } from '../env';
import { openSqlite, type QueuedClient } from './sqlite-client';

/** In a worker thread blocking on a lock harms nobody; on the main thread it stops every answer. */
const busyTimeoutKey = Symbol.for('kho.sqlite.busyTimeout');
export function allowBlockingWaits(milliseconds: number): void {
  (globalThis as { [busyTimeoutKey]?: number })[busyTimeoutKey] = milliseconds;
}

interface Session {
  db: { session: { tx?: { commitError?: unknown } } };
  resolve: () => Promise<void>;
  reject: () => Promise<void>;
}

/** Payload's SQLite adapter on our queued client, with a loud commit. */
export function sqliteDatabase(file: string, migrationDir: string): DatabaseAdapterObj {
  const { building } = getEnv();
  const base = sqliteAdapter({
    client: { url: `file:${file}` },
    idType: 'uuid',
    migrationDir,
    push: false,
    transactionOptions: {},
  });
  return {
    ...base,
    init(args) {
      const adapter = base.init(args);
      const connect = adapter.connect?.bind(adapter);
      const destroy = adapter.destroy?.bind(adapter);
      adapter.connect = async (options) => {
        if (!building) {
          adapter.client = await openSqlite(
            file,
            (globalThis as { [busyTimeoutKey]?: number })[busyTimeoutKey] ?? 0,
          );
        }
        await connect?.(options);
      };
      const begin = adapter.beginTransaction.bind(adapter);
      // The stock one wraps every error and loses its code.
      adapter.beginTransaction = async (options) => {
        (adapter.client as QueuedClient | undefined)?.assertFree();
        return await begin(options);
      };
      // Drizzle answers a failed COMMIT with a rollback and silence: a caller would be told that
      // a row exists which does not.
      adapter.commitTransaction = async (incoming) => {
        const id = await incoming;
        const session = adapter.sessions[String(id)] as unknown as Session | undefined;
        if (!session) return;
        // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
        delete adapter.sessions[String(id)];
        const transaction = session.db.session.tx;
        try {
          await session.resolve();
        } catch (error) {
          throw new AppError('commit_failed', {}, error);
        }
        if (transaction?.commitError !== undefined) {
          throw new AppError('commit_failed', {}, transaction.commitError);
        }
      };
      adapter.destroy = async () => {
        await destroy?.();
        adapter.client.close();
      };
      return adapter;
    },
  };
}
