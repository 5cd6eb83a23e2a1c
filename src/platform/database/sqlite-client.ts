/**
 * The libsql client that Payload's SQLite adapter is given. The stock client opens a new connection
 * after each BEGIN and blocks the event loop while it waits for a lock that the same loop must
 * release. This one has one writer connection behind a first-in-first-out lock, held for the life of
 * a transaction, and one reader connection; waiting is asynchronous.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
  createClient,
  type Client,
  type InStatement,
  type InArgs,
  type ResultSet,
  type Transaction,
  type TransactionMode,
} from '@libsql/client';
import { AppError } from '../errors';

/** What one piece of work (a request, a unit of work) holds; see {@link withWorkContext}. */
interface WorkContext {
  transaction: QueuedTransaction | undefined;
  /** Work inside other work (an endpoint's transaction inside a request). */
  outer: WorkContext | undefined;
}

export interface QueuedClient extends Client {
  /** Throws `write_outside_transaction` when this very work has a transaction open already. */
  assertFree(): void;
  /** Changes whenever another connection committed: microseconds (SQLite PRAGMA data_version). */
  dataVersion(): Promise<number>;
  /** Runs `work` alone on the writer connection, outside a transaction: pragmas of a migration. */
  exclusively<T>(work: (writer: Client) => Promise<T>): Promise<T>;
  readonly file: string;
}

interface Shared {
  clients: Map<string, QueuedClient>;
  context: AsyncLocalStorage<WorkContext>;
}

/** Next bundles its own copy of this module: lock and context must be the same in both. */
const key = Symbol.for('kho.sqlite');
function shared(): Shared {
  const holder = globalThis as { [key]?: Shared };
  holder[key] ??= { clients: new Map(), context: new AsyncLocalStorage() };
  return holder[key];
}

/**
 * Marks everything `work` does as one piece of work, so that a write that forgot its transaction
 * while the same work holds the lock fails at once instead of waiting for itself.
 */
export function withWorkContext<T>(work: () => T): T {
  const { context } = shared();
  return context.run({ transaction: undefined, outer: context.getStore() }, work);
}

/** The transaction that this very work has open, if any. */
function ownTransaction(context: WorkContext | undefined): QueuedTransaction | undefined {
  for (let current = context; current; current = current.outer) {
    if (current.transaction && !current.transaction.closed) return current.transaction;
  }
  return undefined;
}

const BUSY_PATIENCE_MS = 20_000;
/** A holder that does nothing for this long while others wait is a forgotten transaction. */
const STALL_MS = 15_000;

function isBusy(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}

/** Asynchronous wait with jitter: `busy_timeout` would stall the event loop instead. */
async function patiently<T>(operation: () => Promise<T>): Promise<T> {
  const end = Date.now() + BUSY_PATIENCE_MS;
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await operation();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > end) throw new AppError('database_busy', {}, error);
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }
}

class Lock {
  #held = false;
  #queue: (() => void)[] = [];
  holder = '';
  touched = 0;

  async acquire(name: string): Promise<void> {
    if (this.#held) {
      await new Promise<void>((resolve, reject) => {
        const turn = () => {
          clearInterval(timer);
          resolve();
        };
        const timer = setInterval(() => {
          if (Date.now() - this.touched < STALL_MS) return;
          clearInterval(timer);
          this.#queue = this.#queue.filter((waiting) => waiting !== turn);
          reject(
            new AppError('write_outside_transaction', {
              params: { operation: name, holder: this.holder },
            }),
          );
        }, 1_000);
        timer.unref();
        this.#queue.push(turn);
      });
    }
    this.#held = true;
    this.holder = name;
    this.touched = Date.now();
  }

  release(): void {
    const next = this.#queue.shift();
    if (next) {
      // Handed over without a gap: nobody who comes later may overtake.
      this.touched = Date.now();
      next();
    } else {
      this.#held = false;
    }
  }
}

class QueuedTransaction implements Transaction {
  closed = false;
  /** Drizzle swallows a failing COMMIT; the adapter asks here. */
  commitError: unknown;

  constructor(
    private readonly writer: Client,
    private readonly lock: Lock,
    private readonly context: WorkContext | undefined,
  ) {
    if (context) context.transaction = this;
  }

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    if (this.closed) throw new Error('The transaction has ended');
    this.lock.touched = Date.now();
    return typeof statement === 'string' && args !== undefined
      ? await this.writer.execute({ sql: statement, args })
      : await this.writer.execute(statement);
  }
  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = [];
    for (const statement of statements) results.push(await this.execute(statement));
    return results;
  }
  async executeMultiple(sql: string): Promise<void> {
    await this.writer.executeMultiple(sql);
  }
  async commit(): Promise<void> {
    try {
      await patiently(() => this.writer.execute('COMMIT'));
    } catch (error) {
      this.commitError = error;
      throw error;
    }
    this.#end();
  }
  async rollback(): Promise<void> {
    if (this.closed) return;
    try {
      await this.writer.execute('ROLLBACK');
    } catch (error) {
      // SQLite rolls back by itself on some errors (disk full): then there is nothing to undo.
      if (!/no transaction is active/i.test((error as Error).message)) throw error;
    } finally {
      this.#end();
    }
  }
  close(): void {
    void this.rollback();
  }
  #end(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.context?.transaction === this) this.context.transaction = undefined;
    this.lock.release();
  }
}

const READS = /^\s*(select|explain|pragma\s+\w+\s*(\(|;|$))/i;

function sqlOf(statement: InStatement | string): string {
  return typeof statement === 'string' ? statement : statement.sql;
}

/** `insert into "users"`: enough to name the operation, no values in it. */
function nameOf(sql: string): string {
  return sql.trim().replace(/\s+/g, ' ').slice(0, 60);
}

function pragmas(client: Client, busyTimeout: number): Promise<ResultSet>[] {
  // foreign_keys and synchronous belong to a connection, journal_mode to the file.
  return [
    'PRAGMA journal_mode = WAL',
    'PRAGMA synchronous = FULL',
    'PRAGMA foreign_keys = ON',
    `PRAGMA busy_timeout = ${String(busyTimeout)}`,
    'PRAGMA journal_size_limit = 67108864',
  ].map((pragma) => client.execute(pragma));
}

/** The shared client of a database file in this process; opened at the first call. */
export async function openSqlite(file: string, busyTimeout = 0): Promise<QueuedClient> {
  const { clients } = shared();
  const open = clients.get(file);
  if (open && !open.closed) return open;
  mkdirSync(path.dirname(file), { recursive: true });
  const client = queuedClient(file, busyTimeout);
  clients.set(file, client);
  await client.exclusively(async (writer) => {
    await patiently(() => Promise.all(pragmas(writer, busyTimeout)));
  });
  return client;
}

export function queuedClient(file: string, busyTimeout = 0): QueuedClient {
  let writer = createClient({ url: `file:${file}` });
  const reader = createClient({ url: `file:${file}` });
  const lock = new Lock();
  const { context } = shared();
  let closed = false;

  /**
   * A statement that met SQLITE_BUSY stays half-run in libsql until it is garbage-collected, and
   * SQLite refuses every COMMIT of its connection meanwhile ("SQL statements in progress"): nothing
   * resets it, so a connection that met a foreign lock is replaced before the next attempt.
   */
  async function onWriter<T>(work: () => Promise<T>): Promise<T> {
    return await patiently(async () => {
      try {
        return await work();
      } catch (error) {
        if (isBusy(error)) {
          writer.close();
          writer = createClient({ url: `file:${file}` });
          await Promise.all(pragmas(writer, busyTimeout));
        }
        throw error;
      }
    });
  }

  async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (ownTransaction(context.getStore())) {
      throw new AppError('write_outside_transaction', {
        params: { operation: name, holder: lock.holder },
      });
    }
    await lock.acquire(name);
    try {
      return await onWriter(work);
    } finally {
      lock.release();
    }
  }

  return {
    file,
    protocol: 'file',
    get closed() {
      return closed;
    },
    async execute(statement: InStatement | string, args?: InArgs) {
      const sql = sqlOf(statement);
      const full: InStatement =
        typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement;
      if (READS.test(sql)) return await patiently(() => reader.execute(full));
      return await alone(nameOf(sql), () => writer.execute(full));
    },
    async batch(statements: InStatement[], mode?: TransactionMode) {
      return await alone('batch', () => writer.batch(statements, mode ?? 'write'));
    },
    async migrate(statements: InStatement[]) {
      return await alone('migrate', () => writer.migrate(statements));
    },
    async executeMultiple(sql: string) {
      await alone(nameOf(sql), () => writer.executeMultiple(sql));
    },
    async transaction() {
      const store = context.getStore();
      if (ownTransaction(store)) {
        throw new AppError('write_outside_transaction', {
          params: { operation: 'begin', holder: lock.holder },
        });
      }
      await lock.acquire('transaction');
      try {
        await onWriter(() => writer.execute('BEGIN IMMEDIATE'));
      } catch (error) {
        lock.release();
        throw error;
      }
      return new QueuedTransaction(writer, lock, store);
    },
    async sync() {
      return await writer.sync();
    },
    assertFree() {
      if (!ownTransaction(context.getStore())) return;
      throw new AppError('write_outside_transaction', {
        params: { operation: 'begin', holder: lock.holder },
      });
    },
    async dataVersion() {
      const result = await reader.execute('PRAGMA data_version');
      return Number(result.rows[0]?.[0] ?? 0);
    },
    async exclusively(work) {
      return await alone('exclusively', () => work(writer));
    },
    close() {
      if (closed) return;
      closed = true;
      writer.close();
      reader.close();
    },
    reconnect() {
      throw new Error('not supported');
    },
  } as QueuedClient;
}
