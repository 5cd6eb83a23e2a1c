import type { SqlRow } from '../../platform/database/prepared';
import { reservedKeys, type Seen } from './seen';
import type { Localized, Snapshot } from './snapshot';
import type { Publication, Tombstone } from './store';

/** Of `publications p`, for the two functions below. */
export const columns = `p.identifier, p.status, p.revision, p.etag, p.title, p.published_at,
  p.modified_at, p.withdrawn_at, p.withdraw_reason,
  CASE p.status WHEN 'live' THEN p.snapshot END AS snapshot`;

/**
 * What these eyes may see of `publications p`, live or withdrawn. `plus` keeps SQLite from the index
 * of that column. Everybody's condition costs no argument.
 */
export function seenCondition(seen: Seen, plus = ''): { sql: string; args: string[] } {
  const reserved = reservedKeys(seen);
  if (reserved.length === 0) return { sql: `${plus}p.access = 'open'`, args: [] };
  return {
    sql: `(p.access = 'open' OR p.id IN (SELECT parent_id FROM publications_texts
      WHERE path = 'keys' AND text IN (SELECT value FROM json_each(?))))`,
    args: [JSON.stringify(reserved)],
  };
}

export function toPublication(row: SqlRow): Publication {
  return {
    identifier: String(row.identifier),
    revision: Number(row.revision),
    etag: String(row.etag),
    modifiedAt: String(row.modified_at),
    snapshot: JSON.parse(String(row.snapshot)) as Snapshot,
  };
}

export function toTombstone(row: SqlRow): Tombstone {
  return {
    identifier: String(row.identifier),
    withdrawnAt: String(row.withdrawn_at ?? row.modified_at),
    reason: text(row.withdraw_reason) ?? 'other',
  };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function localized(vi: unknown, en: unknown): Localized {
  const other = text(en);
  return { vi: text(vi) ?? '', ...(other === null ? {} : { en: other }) };
}

/** A list that SQLite made with `json_group_array`. */
export function list(value: unknown): string[] {
  return JSON.parse(text(value) ?? '[]') as string[];
}
