import { AppError } from '../errors';
import type { ByteRange } from '../storage/port';

/**
 * The part of a file that is asked for (RFC 9110 § 14); undefined: the whole. Several ranges at once
 * and a Range that cannot be read get the whole, as does one whose If-Range no longer fits. Throws
 * AppError `range_not_satisfiable` with its Content-Range.
 */
export function wantedRange(input: {
  range: string | undefined;
  ifRange: string | undefined;
  size: number;
  etag: string;
  lastModified: string;
}): ByteRange | undefined {
  const { range, ifRange, size, etag, lastModified } = input;
  if (range === undefined) return undefined;
  if (ifRange !== undefined && ifRange !== etag && ifRange !== lastModified) return undefined;
  const specs = /^bytes=(.*)$/i
    .exec(range.trim())?.[1]
    ?.split(',')
    .map((spec) => readSpec(spec, size));
  if (!specs || specs.includes('unreadable')) return undefined;
  const satisfiable = specs.filter((spec) => spec !== 'outside');
  if (satisfiable.length === 0) {
    throw new AppError('range_not_satisfiable', {
      extra: { headers: { 'content-range': `bytes */${String(size)}` } },
    });
  }
  const [only] = satisfiable;
  return specs.length === 1 && typeof only === 'object' ? only : undefined;
}

function readSpec(spec: string, size: number): ByteRange | 'outside' | 'unreadable' {
  const match = /^(\d*)-(\d*)$/.exec(spec.trim());
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return 'unreadable';
  if (from === '') {
    const length = Number(to);
    return length === 0 || size === 0
      ? 'outside'
      : { start: Math.max(0, size - length), end: size - 1 };
  }
  const [first, last] = [Number(from), to === '' ? Infinity : Number(to)];
  if (last < first) return 'unreadable';
  return first >= size ? 'outside' : { start: first, end: Math.min(last, size - 1) };
}
