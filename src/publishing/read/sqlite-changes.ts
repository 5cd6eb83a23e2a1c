import { publicType } from './public-change';
import type { SqliteReader } from './sqlite-reader';
import type { Change, ChangeType } from './store';

/**
 * The feed, as far as it is public. What each change was about is the access of its own revision:
 * changes of what was reserved for named portals are left out, and an open publication that becomes
 * reserved (or the reverse) is to the world a withdrawal (or a publication).
 */
export async function readChanges(input: {
  reader: SqliteReader;
  after: number;
  limit: number;
}): Promise<{ changes: Change[]; more: boolean }> {
  const { reader, after, limit } = input;
  // `seen_by`, since `access` in a condition would be the column of publications.
  const rows = await reader.all(
    `SELECT c.seq, c.type, c.identifier, c.revision, c.at,
        coalesce(json_extract(r.snapshot, '$.access'), p.access, 'named_portals') AS seen_by,
        CASE c.type WHEN 'updated' THEN
          (SELECT json_extract(b.snapshot, '$.access') FROM publication_revisions b
            WHERE b.identifier = c.identifier AND b.revision < c.revision
            ORDER BY b.revision DESC LIMIT 1) END AS before
      FROM changes c
      LEFT JOIN publication_revisions r ON r.identifier = c.identifier AND r.revision = c.revision
      LEFT JOIN publications p ON p.identifier = c.identifier
      WHERE c.seq > ? AND (seen_by = 'open' OR before = 'open')
      ORDER BY c.seq LIMIT ?`,
    [after, limit + 1],
  );
  const changes = rows.slice(0, limit).map((row) => ({
    seq: Number(row.seq),
    type: publicType(row.type as ChangeType, row.seen_by, row.before),
    identifier: String(row.identifier),
    revision: Number(row.revision),
    at: String(row.at),
  }));
  return { changes, more: rows.length > limit };
}
