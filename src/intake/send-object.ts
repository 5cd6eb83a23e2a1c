import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import parseRange from 'range-parser';
import { AppError } from '../platform/errors';
import type { ByteRange, Storage } from '../platform/storage/port';
import { contentDisposition } from './content-disposition';
import { KINDS } from './kinds';

export interface ObjectToSend {
  storageKey: string;
  mediaType: string;
  extension: string;
  name: string;
  /** Strong validator of the bytes. */
  tag: string;
}

const PDF = 'application/pdf';

/**
 * Headers of a private preview. What could run is only ever downloaded, and sandboxed should a
 * browser show it all the same; Chromium's PDF viewer does not start inside a sandbox.
 */
function previewHeaders(object: ObjectToSend): Record<string, string> {
  const kind = KINDS.find(
    ({ mediaType, extensions }) =>
      mediaType === object.mediaType && extensions.includes(object.extension),
  );
  const inline = kind?.inline;
  return {
    'Content-Type': inline ?? object.mediaType,
    'Content-Disposition': contentDisposition(inline ? 'inline' : 'attachment', object.name),
    'Content-Security-Policy':
      inline === PDF
        ? "frame-ancestors 'self'"
        : `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'${inline ? '' : '; sandbox'}`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Accept-Ranges': 'bytes',
    ETag: `"${object.tag}"`,
  };
}

/** Undefined: the whole. A range that cannot be satisfied throws; several at once get the whole. */
function wantedRange(req: IncomingMessage, size: number, tag: string): ByteRange | undefined {
  const { range } = req.headers;
  if (!range || req.method === 'HEAD') return undefined;
  const ifRange = req.headers['if-range'];
  if (ifRange !== undefined && ifRange !== `"${tag}"`) return undefined;
  const ranges = parseRange(size, range);
  if (ranges === -1) {
    throw new AppError('range_not_satisfiable', { params: { size } });
  }
  return ranges !== -2 && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
}

/** Streams a stored object to signed-in staff (RFC 9110 § 14). */
export async function sendObject(
  req: IncomingMessage,
  res: ServerResponse,
  storage: Storage,
  object: ObjectToSend,
): Promise<void> {
  const stored = await storage.head(object.storageKey);
  if (!stored) throw new AppError('not_found');
  const { size } = stored;
  let range: ByteRange | undefined;
  try {
    range = wantedRange(req, size, object.tag);
  } catch (error) {
    res.setHeader('Content-Range', `bytes */${String(size)}`);
    throw error;
  }
  const headers: Record<string, string | number> = {
    ...previewHeaders(object),
    'Last-Modified': stored.modified.toUTCString(),
    'Content-Length': range ? range.end - range.start + 1 : size,
  };
  if (range) {
    headers['Content-Range'] = `bytes ${String(range.start)}-${String(range.end)}/${String(size)}`;
  }
  const body = req.method === 'HEAD' ? undefined : await storage.open(object.storageKey, range);
  res.writeHead(range ? 206 : 200, headers);
  if (!body) {
    res.end();
    return;
  }
  await pipeline(body, res);
}
