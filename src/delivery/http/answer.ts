import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './accept';
import { isNotModified } from '../../platform/http/conditional';
import { requestIdLine } from './request';

/** An answer ready to be written as often as it is asked for. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** A short one byte for byte as a string: Node writes a string together with the headers, a buffer after them. */
  body: Buffer | string;
  /** Names and values in turn, as `writeHead` takes them with the least work; those of a 304 too. */
  written: { whole: string[]; notModified: string[] };
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const LEAST_TO_COMPRESS = 1_024;
const LONGEST_SHORT = 16_384;
const TEXTUAL = /^(text\/|application\/(.*\+)?(json|xml)|image\/svg)/;

/** Metadata, lists and pages: shared caches for 30 s, a browser asks each time. */
export const METADATA_CACHE = 'public, max-age=0, s-maxage=30, stale-while-revalidate=30';

/**
 * By what a cache in front forgets answers at once (`Surrogate-Key`): an item by its identifier, what
 * shows many by this.
 */
const MANY = 'materials';
export const surrogateKey = (identifier: string) => ({ 'surrogate-key': identifier });

/** For every answer of delivery, errors included. Reads need no key, so any origin may read. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
};
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return await zip(body, { level: 6 });
  return await brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Of a 304 only what a cache updates its copy with (RFC 9110 § 15.4.5). */
const NOT_MODIFIED = [
  ...Object.keys(COMMON_HEADERS),
  'cache-control',
  'content-location',
  'etag',
  'last-modified',
  'vary',
];

/**
 * Completes an answer: its own strong ETag for each encoding (RFC 9110 § 8.8.3.3), lengths, what
 * every answer carries. Errors are neither tagged nor kept by caches; a tombstone is both.
 */
export async function makeAnswer(input: {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  encoding: Encoding;
}): Promise<Answer> {
  const { status, encoding } = input;
  const lasting = status === 200 || status === 410;
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    'content-security-policy': NOTHING_RUNS,
    'cache-control': lasting ? METADATA_CACHE : 'no-store',
    ...(lasting ? surrogateKey(MANY) : {}),
    ...input.headers,
  };
  const textual = TEXTUAL.test(headers['content-type'] ?? '');
  if (textual) {
    headers.vary = headers.vary ? `${headers.vary}, Accept-Encoding` : 'Accept-Encoding';
  }
  const small = encoding === 'identity' || !textual || input.body.length < LEAST_TO_COMPRESS;
  const body = small ? input.body : await compress(input.body, encoding);
  if (!small) headers['content-encoding'] = encoding;
  if (lasting) {
    const digest = createHash('sha256').update(input.body).digest('base64url').slice(0, 24);
    headers.etag ??= small ? `"${digest}"` : `"${digest}-${encoding}"`;
  }
  headers['content-length'] = String(body.length);
  return {
    status,
    headers,
    body: body.length <= LONGEST_SHORT ? body.toString('latin1') : body,
    written: {
      whole: Object.entries(headers).flat(),
      notModified: NOT_MODIFIED.flatMap((name) => (headers[name] ? [name, headers[name]] : [])),
    },
  };
}

/** Writes the answer, a 304, or for HEAD its headers alone. */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, answer: Answer): number {
  const { status, headers, body, written } = answer;
  const id = requestIdLine(req);
  const conditional = req.headers['if-none-match'] ?? req.headers['if-modified-since'];
  if (status === 200 && conditional !== undefined) {
    const same = isNotModified({
      ifNoneMatch: req.headers['if-none-match'],
      ifModifiedSince: req.headers['if-modified-since'],
      etag: headers.etag,
      lastModified: headers['last-modified'],
    });
    if (same) {
      res.writeHead(304, written.notModified.concat(id));
      res.end();
      return 304;
    }
  }
  res.writeHead(status, written.whole.concat(id));
  if (req.method === 'HEAD') res.end();
  else if (typeof body === 'string') res.end(body, 'latin1');
  else res.end(body);
  return status;
}
