import { createHash } from 'node:crypto';
import { AppError } from '../../platform/errors';

const VERSION = 1;

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/**
 * An opaque position in a list: bound to what was asked (`scope`), so that it cannot be carried to
 * other filters, and sealed against slips. It is no secret and grants nothing.
 */
export function encodeCursor(scope: unknown, position: (string | number)[]): string {
  const parts = [VERSION, digest(JSON.stringify(scope), 10), ...position];
  const payload = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${payload}.${digest(payload, 8)}`;
}

/**
 * A refused cursor by the name it came under: what refuses it knows neither that nor where a right one
 * is found.
 */
export function cursorRefused(field: string, of: 'list' | 'feed', cause: unknown): AppError {
  const errors = [{ field, code: `not_from_${of}`, params: { name: field } }];
  return new AppError('invalid_cursor', { errors }, cause);
}

/** Throws AppError `invalid_cursor` for a foreign, damaged or invented one. */
export function decodeCursor(
  scope: unknown,
  cursor: string,
  shape: ('string' | 'number')[],
): (string | number)[] {
  const [payload = '', seal, ...rest] = cursor.split('.');
  if (rest.length > 0 || seal !== digest(payload, 8)) throw new AppError('invalid_cursor');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new AppError('invalid_cursor', {}, cause);
  }
  const [version, print, ...position] = Array.isArray(value) ? (value as unknown[]) : [];
  const fits =
    version === VERSION &&
    print === digest(JSON.stringify(scope), 10) &&
    position.length === shape.length &&
    shape.every((type, at) => typeof position[at] === type);
  if (!fits) throw new AppError('invalid_cursor');
  return position as (string | number)[];
}
