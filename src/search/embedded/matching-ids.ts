import type { Connection } from './connection';

export type WordTable = 'full' | 'head';

/**
 * Ids of the documents that match, fetched as one string: rows one by one cost five times as much.
 */
export async function matchingIds(
  connection: Connection,
  table: WordTable,
  expression: string,
): Promise<number[]> {
  const joined = await connection.value(
    `SELECT group_concat(rowid) FROM "${table}" WHERE "${table}" MATCH ?`,
    [expression],
  );
  if (joined === null) return [];
  const text = String(joined);
  const ids: number[] = [];
  let id = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      ids.push(id);
      id = 0;
    } else {
      id = id * 10 + code - ZERO;
    }
  }
  ids.push(id);
  return ids;
}

const COMMA = 44;
const ZERO = 48;
