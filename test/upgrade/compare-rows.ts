import type { Client } from '@libsql/client';
import { tableNames } from './fill-tables';

type Row = Record<string, unknown>;
/** Every row of every table, by its key. */
export type Rows = Map<string, Map<string, Row>>;

/** The runner's own list grows with each migration. */
const GROWS = new Set(['payload_migrations']);

export async function readRows(client: Client): Promise<Rows> {
  const all: Rows = new Map();
  for (const name of await tableNames(client)) {
    const { rows, columns } = await client.execute(`SELECT rowid AS "_row", * FROM "${name}"`);
    const byKey = new Map<string, Row>();
    for (const values of rows) {
      const row = Object.fromEntries(columns.map((column, at) => [column, values[at]]));
      byKey.set(String(row.id ?? row._row), row);
      // A rebuilt table numbers its rows anew; what is ours is the id.
      delete row._row;
    }
    all.set(name, byKey);
  }
  return all;
}

/** What a migration gave up on purpose: `table` or `table.column`, with its reason beside it. */
export type GivenUp = ReadonlySet<string>;

/** Every row of `before` that is gone or says something else in `after`, in words. */
export function lostRows(before: Rows, after: Rows, givenUp: GivenUp = new Set()): string[] {
  const lost: string[] = [];
  for (const [table, rows] of before) {
    if (givenUp.has(table)) continue;
    const now = after.get(table);
    if (!now) {
      lost.push(`${table}: the table is gone`);
      continue;
    }
    if (!GROWS.has(table) && now.size !== rows.size) {
      lost.push(`${table}: ${String(rows.size)} rows became ${String(now.size)}`);
    }
    for (const [key, row] of rows) lost.push(...lostValues(table, key, row, now.get(key), givenUp));
  }
  return lost;
}

function lostValues(
  table: string,
  key: string,
  row: Row,
  now: Row | undefined,
  givenUp: GivenUp,
): string[] {
  if (!now) return [`${table} ${key}: the row is gone`];
  return Object.entries(row)
    .filter(([column, value]) => !givenUp.has(`${table}.${column}`) && now[column] !== value)
    .map(
      ([column, value]) => `${table} ${key}.${column}: ${String(value)} → ${String(now[column])}`,
    );
}
