import type { Client } from '@libsql/client';
import { sql } from '@payloadcms/db-sqlite';
import type { Migration } from '../../src/platform/database/migrate-sqlite';

type Db = { run: (statement: unknown) => Promise<unknown> };

/**
 * What Payload writes when a column becomes required: the table is made anew, filled and renamed.
 * Generated from the schema of the day, for any table and column.
 */
export async function makeRequired(
  client: Client,
  table: string,
  column: string,
): Promise<Migration> {
  const { rows } = await client.execute({
    sql: `SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL`,
    args: [table],
  });
  const old = String(rows.find(({ type }) => type === 'table')?.sql);
  const indexes = rows.filter(({ type }) => type === 'index').map((row) => String(row.sql));
  const fresh = old
    .replace(/^CREATE TABLE [`"]?\w+[`"]?/, `CREATE TABLE \`__new_${table}\``)
    .replace(new RegExp(`([\`"]${column}[\`"] \\w+(?:\\(\\d+\\))?)`), '$1 NOT NULL');
  return {
    name: `20991231_235959_${table}_${column}_required`,
    async up({ db }) {
      const run = (text: string) => (db as Db).run(sql.raw(text));
      await run('PRAGMA foreign_keys=OFF');
      await run(fresh);
      await run(`INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\``);
      await run(`DROP TABLE \`${table}\``);
      await run(`ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\``);
      await run('PRAGMA foreign_keys=ON');
      for (const index of indexes) await run(index);
    },
  };
}

/** The same statements as Payload's own runner sends them: inside a transaction, where the pragma does nothing. */
export async function runNaively(client: Client, migration: Migration): Promise<void> {
  await client.execute('PRAGMA foreign_keys = ON');
  const transaction = await client.transaction('write');
  const db: Db = {
    run: async (statement) => {
      const { queryChunks } = statement as { queryChunks: { value: string[] }[] };
      return await transaction.execute(queryChunks.flatMap(({ value }) => value).join(''));
    },
  };
  await migration.up({ db: db as never, payload: undefined as never, req: undefined as never });
  await transaction.commit();
}
