import { createLocalReq, type Payload } from 'payload';
import { sql } from '@payloadcms/db-sqlite';
import { AppError } from '../errors';
import { openSqlite } from './sqlite-client';

interface MigrationArgs {
  db: never;
  payload: Payload;
  req: never;
}
export interface Migration {
  name: string;
  up: (args: MigrationArgs) => Promise<void>;
}

/** Payload's adapter as this file needs it. */
interface SqliteAdapter {
  drizzle: { run: (statement: unknown) => Promise<{ rows: Record<string, unknown>[] }> };
  sessions: Record<string, { db: unknown }>;
}

async function appliedNames(payload: Payload, adapter: SqliteAdapter): Promise<Set<string>> {
  const table = await adapter.drizzle.run(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`,
  );
  if (table.rows.length === 0) return new Set();
  const found = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
  });
  return new Set(found.docs.map((row) => row.name ?? ''));
}

/**
 * Applies the migrations a database lacks, each in a transaction of its own. A rebuilt SQLite table
 * wipes its child rows unless `foreign_keys` is off, and that pragma does nothing inside a
 * transaction: it is set around each migration, and every reference is checked after it.
 *
 * Returns the names that were applied; running it again applies nothing.
 */
export async function migrateSqlite(input: {
  payload: Payload;
  file: string;
  migrations: Migration[];
  /** Runs once before the first of them, unless the database is new: its backup. */
  before?: (missing: string[]) => Promise<void>;
}): Promise<string[]> {
  const { payload, file, migrations, before } = input;
  const adapter = payload.db as unknown as SqliteAdapter;
  const client = await openSqlite(file);
  const done = await appliedNames(payload, adapter);
  const missing = migrations.filter((migration) => !done.has(migration.name));
  const names = missing.map((migration) => migration.name);
  if (names.length > 0 && done.size > 0) await before?.(names);
  for (const migration of missing) {
    await client.exclusively(async (writer) => {
      await writer.execute('PRAGMA foreign_keys = OFF');
    });
    try {
      await applyOne(payload, adapter, migration);
    } finally {
      await client.exclusively(async (writer) => {
        await writer.execute('PRAGMA foreign_keys = ON');
      });
    }
  }
  return names;
}

/** Before its note is made: a migration that breaks references leaves nothing behind. */
async function refuseBroken(db: unknown, name: string): Promise<void> {
  const { rows } = await (db as SqliteAdapter['drizzle']).run(
    sql`SELECT * FROM pragma_foreign_key_check LIMIT 1`,
  );
  if (rows.length === 0) return;
  const what = `${name} broke ${JSON.stringify(rows[0])}`;
  throw new AppError('internal', { params: { what } });
}

async function applyOne(payload: Payload, adapter: SqliteAdapter, migration: Migration) {
  const req = await createLocalReq({}, payload);
  const id = await payload.db.beginTransaction();
  if (id === null) throw new AppError('internal', { params: { what: 'transactions are off' } });
  req.transactionID = id;
  try {
    const db = adapter.sessions[String(id)]?.db;
    await migration.up({
      db: db as never,
      payload,
      req: req as never,
    });
    await refuseBroken(db, migration.name);
    await payload.create({
      collection: 'payload-migrations',
      data: { name: migration.name, batch: 1 },
      req,
      depth: 0,
    });
  } catch (error) {
    await payload.db.rollbackTransaction(id);
    throw error;
  }
  await payload.db.commitTransaction(id);
}
