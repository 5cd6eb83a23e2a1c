import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import { AppError } from '../errors';
import type { ByteRange, Storage } from '../storage/port';
import { wantedRange } from './byte-range';
import { isNotModified } from './conditional';

export interface ObjectToSend {
  req: IncomingMessage;
  res: ServerResponse;
  storage: Storage;
  logger: Pick<Logger, 'error'>;
  key: string;
  /** Strong, with its quotes: of the bytes. */
  etag: string;
  /** Names in small letters: what it is, who may keep it, what a browser may do with it. */
  headers: Record<string, string>;
}

/** Range is defined for GET only (RFC 9110 § 14.2). */
function rangeOf(
  req: IncomingMessage,
  stored: { size: number; etag: string; lastModified: string },
): ByteRange | undefined {
  if (req.method !== 'GET') return undefined;
  const ifRange = req.headers['if-range'];
  return wantedRange({
    range: req.headers.range,
    ifRange: Array.isArray(ifRange) ? ifRange.join(', ') : ifRange,
    ...stored,
  });
}

function lengthHeaders(size: number, range: ByteRange | undefined): Record<string, string> {
  if (!range) return { 'content-length': String(size) };
  const { start, end } = range;
  return {
    'content-length': String(end - start + 1),
    'content-range': `bytes ${String(start)}-${String(end)}/${String(size)}`,
  };
}

/**
 * Streams a stored object, or a part of it, or says that the client has it. Throws `unavailable` when
 * the storage has lost it and `range_not_satisfiable`.
 */
export async function sendObject(object: ObjectToSend): Promise<void> {
  const { req, res, storage, logger, key, etag } = object;
  const stored = await storage.head(key);
  if (!stored) {
    logger.error({ key }, 'a file is missing from the storage');
    throw new AppError('unavailable');
  }
  const lastModified = stored.modified.toUTCString();
  const headers = {
    ...object.headers,
    'accept-ranges': 'bytes',
    etag,
    'last-modified': lastModified,
  };
  const { 'if-none-match': ifNoneMatch, 'if-modified-since': ifModifiedSince } = req.headers;
  if (isNotModified({ ifNoneMatch, ifModifiedSince, etag, lastModified })) {
    res.writeHead(304, headers).end();
    return;
  }
  const { size } = stored;
  const range = rangeOf(req, { size, etag, lastModified });
  const body = req.method === 'HEAD' ? undefined : await storage.open(key, range);
  res.writeHead(range ? 206 : 200, { ...headers, ...lengthHeaders(size, range) });
  if (!body) {
    res.end();
    return;
  }
  await pipeline(body, res).catch((error: unknown) => {
    // A reader who leaves is no failure; one of the storage cuts the answer short.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE') logger.error({ err: error }, 'a file broke off');
  });
}
