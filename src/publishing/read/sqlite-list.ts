import type { SqliteReader } from './sqlite-reader';
import { columns, toPublication } from './sqlite-rows';
import type { ListPage, ListQuery, ListSort } from './store';

const ORDER: Record<ListSort, { column: string; descending: boolean }> = {
  '-modifiedAt': { column: 'p.modified_at', descending: true },
  modifiedAt: { column: 'p.modified_at', descending: false },
  '-publishedAt': { column: 'p.published_at', descending: true },
  publishedAt: { column: 'p.published_at', descending: false },
  title: { column: 'p.title', descending: false },
};

/** The conditions of a query without its page. */
function filter(query: ListQuery): { where: string; args: (string | number)[] } {
  const conditions = ["p.status = 'live'", "p.access = 'open'"];
  const args: (string | number)[] = [];
  for (const keys of query.keys) {
    conditions.push(
      `p.id IN (SELECT parent_id FROM publications_texts
        WHERE path = 'keys' AND text IN (SELECT value FROM json_each(?)))`,
    );
    args.push(JSON.stringify(keys));
  }
  if (query.updatedSince !== undefined) {
    conditions.push('p.modified_at >= ?');
    args.push(query.updatedSince);
  }
  return { where: conditions.join(' AND '), args };
}

/** A page by keyset: what is inserted or withdrawn between pages neither repeats nor hides others. */
export async function listPublications(input: {
  reader: SqliteReader;
  query: ListQuery;
  /** Remembers until the next change. */
  once: <T>(key: string, read: () => Promise<T>) => Promise<T>;
}): Promise<ListPage> {
  const { reader, query, once } = input;
  const { where, args } = filter(query);
  const { column, descending } = ORDER[query.sort];
  const [direction, beyond] = descending ? ['DESC', '<'] : ['ASC', '>'];
  const page = query.after ? `AND (${column}, p.identifier) ${beyond} (?, ?)` : '';
  const rows = await reader.all(
    `SELECT ${columns}, ${column} AS sort_value FROM publications p WHERE ${where} ${page}
      ORDER BY ${column} ${direction}, p.identifier ${direction} LIMIT ?`,
    [...args, ...(query.after ? [query.after.value, query.after.identifier] : []), query.limit + 1],
  );
  const total = await once(`total:${where}:${JSON.stringify(args)}`, async () => {
    const [row] = await reader.all(`SELECT count(*) AS n FROM publications p WHERE ${where}`, args);
    return Number(row?.n ?? 0);
  });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toPublication),
    total,
    next:
      rows.length > query.limit && last
        ? { value: String(last.sort_value), identifier: String(last.identifier) }
        : undefined,
  };
}
