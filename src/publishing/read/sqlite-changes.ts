import { changeFor } from './public-change';
import { sees, type Seen } from './seen';
import type { SqliteReader } from './sqlite-reader';
import type { Change, ChangeType } from './store';

const before = (what: string): string => `CASE c.type WHEN 'updated' THEN
  (SELECT json_extract(b.snapshot, '${what}') FROM publication_revisions b
    WHERE b.identifier = c.identifier AND b.revision < c.revision
    ORDER BY b.revision DESC LIMIT 1) END`;

/**
 * The feed, as far as it is theirs to see. What each change was about is the access of its own
 * revision: changes of what is reserved for others are left out, and an open publication that becomes
 * reserved (or the reverse) is to the world a withdrawal (or a publication).
 */
export async function readChanges(input: {
  reader: SqliteReader;
  seen: Seen;
  after: number;
  limit: number;
}): Promise<{ changes: Change[]; more: boolean }> {
  const { reader, seen, after, limit } = input;
  const theirs = JSON.stringify(seen.licences);
  const shown = (access: string, licence: string) =>
    `(${access} = 'open' OR ${licence} IN (SELECT value FROM json_each(?)))`;
  // `seen_by`, since `access` in a condition would be the column of publications.
  const rows = await reader.all(
    `SELECT c.seq, c.type, c.identifier, c.revision, c.at,
        coalesce(json_extract(r.snapshot, '$.access'), p.access, 'named_portals') AS seen_by,
        json_extract(coalesce(r.snapshot, p.snapshot), '$.licence.code') AS licence,
        ${before('$.access')} AS before, ${before('$.licence.code')} AS licence_before
      FROM changes c
      LEFT JOIN publication_revisions r ON r.identifier = c.identifier AND r.revision = c.revision
      LEFT JOIN publications p ON p.identifier = c.identifier
      WHERE c.seq > ? AND (${shown('seen_by', 'licence')} OR ${shown('before', 'licence_before')})
      ORDER BY c.seq LIMIT ?`,
    [after, theirs, theirs, limit + 1],
  );
  const changes = rows.slice(0, limit).flatMap((row): Change[] => {
    const known = row.before === null ? undefined : sees(seen, row.before, row.licence_before);
    const type = changeFor(row.type as ChangeType, sees(seen, row.seen_by, row.licence), known);
    if (!type) return [];
    const { seq, identifier, revision, at } = row;
    return [
      {
        seq: Number(seq),
        type,
        identifier: String(identifier),
        revision: Number(revision),
        at: String(at),
      },
    ];
  });
  return { changes, more: rows.length > limit };
}
