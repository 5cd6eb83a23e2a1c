/** What RFC 8187 lets stand unescaped in `filename*`. */
const PLAIN = /^[A-Za-z0-9!#$&+.^_`|~-]$/;

/**
 * The header of RFC 6266: an ASCII name for old clients and the exact one in UTF-8. `đ` has no
 * decomposition, so it is spelt out.
 */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = Array.from(Buffer.from(name, 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  return `${type}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
