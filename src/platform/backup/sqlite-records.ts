import { stat } from 'node:fs/promises';
import path from 'node:path';
import { upsertRow } from '@payloadcms/drizzle';
import type { Payload, Where } from 'payload';
import { AppError } from '../errors';
import { sqliteDatabase } from '../database/sqlite-adapter';
import { copySqlite } from '../database/copy-sqlite';
import type { QueuedClient } from '../database/sqlite-client';
import { inTransaction } from '../database/transaction';
import { HALF_RESTORED, type DatabaseRecords } from './database-records';
import { withExplicitNulls } from './explicit-nulls';
import type { BackupRecord, RecordSet } from './record-sets';

const PAGE = 200;

type Adapter = Payload['db'] & {
  client: QueuedClient;
  migrationDir: string;
  tables: Record<string, unknown>;
  tableNameMap: Map<string, string>;
  sessions: Record<string, { db: unknown }>;
};

/** Page after page by id, so that a large table never lies in memory. */
async function* pages(db: Payload['db'], set: RecordSet): AsyncGenerator<BackupRecord> {
  const find = set.versions ? db.findVersions : db.find;
  for (let last = ''; ;) {
    const where: Where = last ? { id: { greater_than: last } } : {};
    const ask = { collection: set.slug, where, sort: 'id', limit: PAGE, pagination: false };
    const { docs } = await find.call(db, { ...ask, joins: false } as never);
    const records = docs as unknown as BackupRecord[];
    yield* records;
    const end = records.at(-1);
    if (!end || records.length < PAGE) return;
    last = end.id;
  }
}

function tableOf(adapter: Adapter, { slug, versions }: RecordSet): string {
  const name = slug.replaceAll('-', '_');
  const found = adapter.tableNameMap.get(versions ? `_${name}_v` : name);
  if (!found) throw new AppError('internal', { params: { what: `no table for ${slug}` } });
  return found;
}

/** A second adapter on a copy: Payload's own way of reading, of one moment. */
async function openCopy(payload: Payload, migrationDir: string, file: string): Promise<Adapter> {
  const adapter = sqliteDatabase(file, migrationDir).init({ payload }) as unknown as Adapter;
  adapter.payload = payload;
  await adapter.init?.();
  await adapter.connect?.();
  return adapter;
}

async function writeAll(payload: Payload, set: RecordSet, records: BackupRecord[]): Promise<void> {
  const adapter = payload.db as Adapter;
  const tableName = tableOf(adapter, set);
  await inTransaction({ payload }, async (req) => {
    const db = adapter.sessions[String(await req.transactionID)]?.db;
    for (const record of records) {
      await upsertRow({
        adapter: adapter as never,
        collectionSlug: set.slug,
        customID: record.id,
        data: structuredClone(withExplicitNulls(set, record)),
        db: db as never,
        fields: set.fields,
        ignoreResult: true,
        operation: 'create',
        req,
        tableName,
      });
    }
  });
}

/** Every table with records, those of arrays and languages too. */
async function ownTables(client: QueuedClient): Promise<string[]> {
  const { rows } = await client.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const kept = new Set(['payload_migrations', HALF_RESTORED]);
  return rows.map(({ name }) => String(name)).filter((name) => !kept.has(name));
}

async function checkReferences(client: QueuedClient): Promise<void> {
  const { rows } = await client.execute('SELECT * FROM pragma_foreign_key_check LIMIT 1');
  if (rows.length === 0) return;
  throw new AppError('internal', {
    params: { what: `a reference to nothing: ${JSON.stringify(rows[0])}` },
  });
}

export function sqliteRecords(payload: Payload): DatabaseRecords {
  const adapter = payload.db as Adapter;
  const { client, migrationDir } = adapter;
  const run = (statement: string) => client.exclusively((writer) => writer.execute(statement));
  return {
    kind: 'sqlite',
    async snapshot(scratch) {
      const file = path.join(scratch, 'snapshot.db');
      await copySqlite(client, file);
      const copy = await openCopy(payload, migrationDir, file);
      return { read: (set) => pages(copy, set), close: async () => void (await copy.destroy?.()) };
    },
    read: (set) => pages(adapter, set),
    async count(set) {
      const { rows } = await client.execute(`SELECT count(*) FROM "${tableOf(adapter, set)}"`);
      return Number(rows[0]?.[0]);
    },
    size: async () => (await stat(client.file)).size,
    async empty() {
      for (const table of await ownTables(client)) await run(`DELETE FROM "${table}"`);
    },
    write: (set, records) => writeAll(payload, set, records),
    async begin() {
      await run(`CREATE TABLE IF NOT EXISTS "${HALF_RESTORED}" (at text)`);
      await run('PRAGMA foreign_keys = OFF');
    },
    async isHalf() {
      const { rows } = await client.execute({
        sql: 'SELECT 1 FROM sqlite_master WHERE name = ?',
        args: [HALF_RESTORED],
      });
      return rows.length > 0;
    },
    async finish() {
      await checkReferences(client);
      await run('PRAGMA foreign_keys = ON');
      await run(`DROP TABLE "${HALF_RESTORED}"`);
    },
  };
}
