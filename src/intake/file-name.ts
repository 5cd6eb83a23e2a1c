/** Octets of UTF-8 that a name may take: what the common file systems allow. */
export const MAX_NAME_BYTES = 255;

/**
 * A name as people see it, from whatever a client sent: the last part of a path, NFC, without
 * control and format characters (a right-to-left override can make `exe.pdf` of `fdp.exe`), at most
 * 255 bytes with its extension kept. Undefined when nothing is left.
 */
export function cleanFileName(raw: string): string | undefined {
  const last = Buffer.from(raw).toString().split(/[/\\]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  if (name === '') return undefined;
  return shorten(name);
}

/** Lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
  const extension = extensionOf(name);
  const suffix =
    extension !== '' && extension.length <= 10 ? name.slice(name.lastIndexOf('.')) : '';
  const room = MAX_NAME_BYTES - Buffer.byteLength(suffix);
  let base = '';
  let used = 0;
  for (const { segment } of graphemes.segment(name.slice(0, name.length - suffix.length))) {
    used += Buffer.byteLength(segment);
    if (used > room) break;
    base += segment;
  }
  return base.trimEnd() + suffix;
}
