import type { Client, InValue } from '@libsql/client';

interface Column {
  name: string;
  type: string;
  pk: number;
}
interface Table {
  name: string;
  columns: Column[];
  /** Column → the table it points at. */
  parents: Map<string, string>;
}

/** Rows that every table gets; a row is the child of the same row of its parents. */
export const ROWS = 3;

/** Written by the runner itself. */
const KEPT = new Set(['payload_migrations']);

async function rowsOf(client: Client, sql: string): Promise<Record<string, unknown>[]> {
  return (await client.execute(sql)).rows as unknown as Record<string, unknown>[];
}

export async function tableNames(client: Client): Promise<string[]> {
  const found = await rowsOf(
    client,
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return found.map(({ name }) => String(name));
}

async function readTable(client: Client, name: string): Promise<Table> {
  const columns = await rowsOf(client, `PRAGMA table_info("${name}")`);
  const keys = await rowsOf(client, `PRAGMA foreign_key_list("${name}")`);
  return {
    name,
    columns: columns.map((row) => ({
      name: String(row.name),
      type: String(row.type).toLowerCase(),
      pk: Number(row.pk),
    })),
    parents: new Map(keys.map((row) => [String(row.from), String(row.table)])),
  };
}

const isNumber = ({ type }: Column) => /int|num|real/.test(type);

/** The id of the n-th row: its own words, so that a mixed-up row is seen. */
function idOf(table: Table, n: number): InValue {
  const id = table.columns.find(({ pk }) => pk > 0);
  return id && isNumber(id) ? n : `${table.name}-${String(n)}`;
}

function valueFor(tables: Map<string, Table>, table: Table, column: Column, n: number): InValue {
  const parent = tables.get(table.parents.get(column.name) ?? '');
  if (parent) return idOf(parent, n);
  if (column.pk > 0) return idOf(table, n);
  if (column.name === '_locale' || column.name === 'locale') return n % 2 === 0 ? 'vi' : 'en';
  if (isNumber(column)) return n;
  return JSON.stringify(`${table.name}.${column.name} số ${String(n)}`);
}

/** Fills every table of whatever schema this is: parents, children, languages, versions, relations. */
export async function fillTables(client: Client): Promise<void> {
  const names = (await tableNames(client)).filter((name) => !KEPT.has(name));
  const read = await Promise.all(names.map((name) => readTable(client, name)));
  const tables = new Map(read.map((table) => [table.name, table]));
  // Departments refer to departments, materials to reviews and back: no order satisfies all.
  await client.execute('PRAGMA foreign_keys = OFF');
  for (const table of tables.values()) {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    const marks = table.columns.map(() => '?').join(', ');
    for (let n = 1; n <= ROWS; n += 1) {
      await client.execute({
        sql: `INSERT INTO "${table.name}" (${columns}) VALUES (${marks})`,
        args: table.columns.map((column) => valueFor(tables, table, column, n)),
      });
    }
  }
  const broken = await rowsOf(client, 'SELECT * FROM pragma_foreign_key_check');
  if (broken.length > 0) throw new Error(`the fixture is broken: ${JSON.stringify(broken[0])}`);
  await client.execute('PRAGMA foreign_keys = ON');
}
