import { pipeline } from 'node:stream/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { AppError } from '../../platform/errors';
import type { Storage } from '../../platform/storage/port';
import { COMMON_HEADERS } from '../http/answer';
import { isNotModified } from '../http/conditional';
import { wantedRange } from './byte-range';
import { contentDisposition } from './content-disposition';

export interface ObjectToSend {
  key: string;
  mediaType: string;
  name: string;
  /** Strong: of the bytes. */
  etag: string;
}

/** Shared caches for 30 s, so a withdrawal is felt; a browser asks each time and gets a 304. */
const FILE_CACHE = 'public, max-age=0, s-maxage=30';

const SHOWN = /^(application\/pdf|image\/(png|jpeg|webp|gif|tiff)|(audio|video)\/.*|text\/plain)$/;
const TEXT = /^text\/(plain|csv|vtt|markdown)$/;

/**
 * What could run is only ever downloaded, and sandboxed should a browser show it all the same.
 * Chromium's PDF viewer does not start inside a sandbox.
 */
function objectHeaders({ mediaType, name, etag }: ObjectToSend): Record<string, string> {
  const inline = SHOWN.test(mediaType);
  return {
    ...COMMON_HEADERS,
    'content-type': TEXT.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', name),
    'content-security-policy':
      mediaType === 'application/pdf' ? 'frame-ancestors *' : "default-src 'none'; sandbox",
    'cache-control': FILE_CACHE,
    'accept-ranges': 'bytes',
    etag,
  };
}

/** Streams a stored object, or a part of it, or says that the client has it. */
export async function sendObject(input: {
  req: IncomingMessage;
  res: ServerResponse;
  storage: Storage;
  logger: Logger;
  object: ObjectToSend;
  /** Further headers. */
  headers: Record<string, string>;
}): Promise<void> {
  const { req, res, storage, logger, object } = input;
  const stored = await storage.head(object.key);
  if (!stored) {
    logger.error({ key: object.key }, 'a published file is missing from the storage');
    throw new AppError('unavailable');
  }
  const { size } = stored;
  const lastModified = stored.modified.toUTCString();
  const headers = { ...input.headers, ...objectHeaders(object), 'last-modified': lastModified };
  const known = isNotModified({
    ifNoneMatch: req.headers['if-none-match'],
    ifModifiedSince: req.headers['if-modified-since'],
    etag: object.etag,
    lastModified,
  });
  if (known) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  // Range is defined for GET only (RFC 9110 § 14.2).
  const range =
    req.method === 'GET'
      ? wantedRange({
          range: req.headers.range,
          ifRange: header(req, 'if-range'),
          size,
          etag: object.etag,
          lastModified,
        })
      : undefined;
  const body = req.method === 'HEAD' ? undefined : await storage.open(object.key, range);
  res.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': range ? range.end - range.start + 1 : size,
    ...(range
      ? { 'content-range': `bytes ${String(range.start)}-${String(range.end)}/${String(size)}` }
      : {}),
  });
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

function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
