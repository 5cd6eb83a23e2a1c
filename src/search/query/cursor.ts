import { createHash } from 'node:crypto';
import { AppError } from '../../platform/errors';
import type { SearchQuery } from '../port';

/** Where the last page ended: the sort key of its last hit, then its identifier. */
export type Position = (number | string)[];

/** What an answer depends on apart from page and facets. */
function fingerprint(query: SearchQuery): string {
  const filters = Object.entries(query.filters)
    .filter(([, codes]) => codes.length > 0)
    .map(([field, codes]) => [field, [...new Set(codes)].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [query.q.normalize('NFC').trim(), filters, query.updatedSince ?? '', query.sort];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12);
}

export function encodeCursor(query: SearchQuery, position: Position): string {
  return Buffer.from(JSON.stringify([1, fingerprint(query), ...position])).toString('base64url');
}

/**
 * The position in a cursor of this very query; null without a cursor. Throws AppError
 * `invalid_cursor` for a foreign, damaged or invented one. `shape` is what a position must look like.
 */
export function decodeCursor(query: SearchQuery, shape: ('number' | 'string')[]): Position | null {
  if (query.cursor === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new AppError('invalid_cursor', {}, cause);
  }
  if (!Array.isArray(value)) throw new AppError('invalid_cursor');
  const [version, print, ...position] = value as unknown[];
  const fits =
    version === 1 &&
    print === fingerprint(query) &&
    position.length === shape.length &&
    shape.every((type, at) => typeof position[at] === type);
  if (!fits) throw new AppError('invalid_cursor');
  return position as Position;
}
