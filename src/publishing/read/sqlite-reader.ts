import { openPrepared, type SqlRow, type SqlValue } from '../../platform/database/prepared';
import { AppError } from '../../platform/errors';

export interface SqliteReader {
  all(sql: string, args?: SqlValue[]): Promise<SqlRow[]>;
  close(): void;
}

const PATIENCE_MS = 1_000;

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';
const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
/** The file cannot be read, rather than the query being wrong. */
const isOut = (error: unknown): boolean =>
  /^SQLITE_(IOERR|CANTOPEN|CORRUPT|NOTADB|FULL|PERM|AUTH)/.test(codeOf(error));

/**
 * One connection that never writes. With a write-ahead log a reader waits for nobody, save while
 * the log is recovered: then asynchronously, since `busy_timeout` would stall the event loop.
 */
export async function createSqliteReader(file: string): Promise<SqliteReader> {
  const database = openPrepared(file);

  async function all(sql: string, args: SqlValue[] = []): Promise<SqlRow[]> {
    const end = Date.now() + PATIENCE_MS;
    for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
      try {
        return database.all(sql, args);
      } catch (error) {
        if (isOut(error)) throw new AppError('unavailable', {}, error);
        if (!isBusy(error)) throw error;
        if (Date.now() > end) throw new AppError('database_busy', {}, error);
        await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
      }
    }
  }

  await all('PRAGMA busy_timeout = 0');
  await all('PRAGMA query_only = ON');
  await all('PRAGMA cache_size = -16000');
  return {
    all,
    close() {
      database.close();
    },
  };
}
