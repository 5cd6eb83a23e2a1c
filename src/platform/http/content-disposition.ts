import { withoutMarks } from '../without-marks';

/** What RFC 8187 lets stand unescaped in `filename*`. */
const PLAIN = /^[A-Za-z0-9!#$&+.^_`|~-]$/;

/**
 * The header of RFC 6266: an ASCII name for old clients and the exact one in UTF-8.
 */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const ascii = withoutMarks(name).replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = Array.from(Buffer.from(name, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  return `${type}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
