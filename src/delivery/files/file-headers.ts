import { contentDisposition } from '../../platform/http/content-disposition';
import { COMMON_HEADERS } from '../http/answer';
import { PRIVATE_CACHE } from '../http/private-answer';

/** Shared caches for 30 s, so a withdrawal is felt; a browser asks each time and gets a 304. */
const FILE_CACHE = 'public, max-age=0, s-maxage=30';

const SHOWN = /^(application\/pdf|image\/(png|jpeg|webp|gif|tiff)|(audio|video)\/.*|text\/plain)$/;
/** Whether a browser shows it rather than saves it. */
export const opensInBrowser = (mediaType: string): boolean => SHOWN.test(mediaType);

const TEXT = /^text\/(plain|csv|vtt|markdown)$/;

/**
 * Headers of a published file. What could run is only ever downloaded, and sandboxed should a browser
 * show it all the same; Chromium's PDF viewer does not start inside a sandbox.
 */
export function fileHeaders(
  mediaType: string,
  name: string,
  opened: { byKey: boolean },
): Record<string, string> {
  return {
    ...COMMON_HEADERS,
    'content-type': TEXT.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': contentDisposition(
      opensInBrowser(mediaType) ? 'inline' : 'attachment',
      name,
    ),
    'content-security-policy':
      mediaType === 'application/pdf' ? 'frame-ancestors *' : "default-src 'none'; sandbox",
    'cache-control': opened.byKey ? PRIVATE_CACHE : FILE_CACHE,
    vary: 'Authorization',
  };
}
