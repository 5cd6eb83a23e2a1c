import { contentDisposition } from '../platform/http/content-disposition';
import { KINDS } from './kinds';

const PDF = 'application/pdf';

/**
 * Headers of a private preview. What could run is only ever downloaded, and sandboxed should a
 * browser show it all the same; Chromium's PDF viewer does not start inside a sandbox.
 */
export function previewHeaders(file: {
  mediaType: string;
  extension: string;
  name: string;
}): Record<string, string> {
  const kind = KINDS.find(
    ({ mediaType, extensions }) =>
      mediaType === file.mediaType && extensions.includes(file.extension),
  );
  const inline = kind?.inline;
  return {
    'content-type': inline ?? file.mediaType,
    'content-disposition': contentDisposition(inline ? 'inline' : 'attachment', file.name),
    'content-security-policy':
      inline === PDF
        ? "frame-ancestors 'self'"
        : `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'${inline ? '' : '; sandbox'}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
}
