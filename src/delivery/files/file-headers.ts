import { contentDisposition } from '../../platform/http/content-disposition';
import { COMMON_HEADERS } from '../http/answer';

/** Shared caches for 30 s, so a withdrawal is felt; a browser asks each time and gets a 304. */
const FILE_CACHE = 'public, max-age=0, s-maxage=30';

const SHOWN = /^(application\/pdf|image\/(png|jpeg|webp|gif|tiff)|(audio|video)\/.*|text\/plain)$/;
const TEXT = /^text\/(plain|csv|vtt|markdown)$/;

/**
 * Headers of a published file. What could run is only ever downloaded, and sandboxed should a browser
 * show it all the same; Chromium's PDF viewer does not start inside a sandbox.
 */
export function fileHeaders(mediaType: string, name: string): Record<string, string> {
  const inline = SHOWN.test(mediaType);
  return {
    ...COMMON_HEADERS,
    'content-type': TEXT.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', name),
    'content-security-policy':
      mediaType === 'application/pdf' ? 'frame-ancestors *' : "default-src 'none'; sandbox",
    'cache-control': FILE_CACHE,
  };
}
