import type { SqliteReader } from './sqlite-reader';
import type { Seen } from './seen';
import { columns, seenCondition, toPublication } from './sqlite-rows';
import type { Once } from './generation';
import { ofOneMoment } from './one-moment';
import type { ListPage, ListQuery, ListSort } from './store';

const ORDER: Record<ListSort, { column: string; descending: boolean }> = {
  '-modifiedAt': { column: 'p.modified_at', descending: true },
  modifiedAt: { column: 'p.modified_at', descending: false },
  '-publishedAt': { column: 'p.published_at', descending: true },
  publishedAt: { column: 'p.published_at', descending: false },
  title: { column: 'p.title', descending: false },
};

type Args = (string | number)[];

interface Condition {
  sql: string;
  args: Args;
}

/** Rows that have one key of each list, by row number: answered by indexes alone. */
function keysCondition(keys: string[][], plus = ''): Condition {
  if (keys.length === 0) return { sql: '', args: [] };
  const sets = keys.map(
    () => `SELECT parent_id AS id FROM publications_texts
      WHERE path = 'keys' AND text IN (SELECT value FROM json_each(?))`,
  );
  return {
    sql: `AND ${plus}p.rowid IN (SELECT x.rowid FROM (${sets.join(' INTERSECT ')}) m
      CROSS JOIN publications x ON x.id = m.id)`,
    args: keys.map((list) => JSON.stringify(list)),
  };
}

/** Beyond so many matches it is shorter to walk the sort's index than to sort the matches. */
const WALK_FROM = 2_000;

interface ListInput {
  reader: SqliteReader;
  seen: Seen;
  query: ListQuery;
  /** Remembers until a change is noticed. */
  once: Once;
}

/** A page by keyset: what is inserted or withdrawn between pages neither repeats nor hides others. */
export async function listPublications(input: ListInput): Promise<ListPage> {
  const lastChange = async () => {
    const [row] = await input.reader.all('SELECT max(seq) AS seq FROM changes');
    return Number(row?.seq ?? 0);
  };
  return await ofOneMoment(lastChange, (change) => readPage(input, change));
}

/** Row numbers first, snapshots after, so that nothing long is ever sorted. */
async function readPage(input: ListInput, change: number): Promise<ListPage> {
  const { reader, seen, query, once } = input;
  const { keys, updatedSince, sort, limit, after } = query;
  const { column, descending } = ORDER[sort];
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  const matching = keysCondition(keys);
  const since = updatedSince === undefined ? [] : [updatedSince];

  const theirs = seenCondition(seen);
  const total = await once(
    `total:${JSON.stringify([change, seen.licences, keys, since])}`,
    async () => {
      const [row] = await reader.all(
        `SELECT count(*) AS n FROM publications p WHERE p.status = 'live' AND ${theirs.sql}
        ${since.length > 0 ? 'AND p.modified_at >= ?' : ''} ${matching.sql}`,
        [...theirs.args, ...since, ...matching.args],
      );
      return Number(row?.n ?? 0);
    },
  );

  // A plus keeps SQLite from the index of that column: it then walks the one of the sort.
  const walk = total > WALK_FROM && column !== 'p.modified_at';
  const plus = walk ? '+' : '';
  const matched = keysCondition(keys, plus);
  const visible = seenCondition(seen, plus);
  const found = await reader.all(
    `SELECT p.rowid AS row, ${column} AS sort_value, p.identifier FROM publications p
      WHERE ${plus}p.status = 'live' AND ${visible.sql}
        ${since.length > 0 ? `AND ${plus}p.modified_at >= ?` : ''}
        ${after ? `AND (${column}, p.identifier) ${beyond} (?, ?)` : ''} ${matched.sql}
      ORDER BY ${column} ${direction}, p.identifier ${direction} LIMIT ?`,
    [
      ...visible.args,
      ...since,
      ...(after ? [after.value, after.identifier] : []),
      ...matched.args,
      limit + 1,
    ],
  );
  const shown = found.slice(0, limit);
  const rows = await reader.all(
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN publications p ON p.rowid = j.value
      WHERE p.status = 'live' AND ${theirs.sql} ORDER BY j.key`,
    [JSON.stringify(shown.map(({ row }) => Number(row))), ...theirs.args],
  );
  const last = shown.at(-1);
  return {
    items: rows.map(toPublication),
    total,
    next:
      found.length > limit && last
        ? { value: String(last.sort_value), identifier: String(last.identifier) }
        : undefined,
  };
}
