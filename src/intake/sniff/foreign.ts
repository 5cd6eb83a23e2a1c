/** What the bytes are when they are nothing we take: a code with a name in `intake:foreign.<code>`. */
const BY_TYPE: Readonly<Record<string, string>> = {
  'application/x-msdownload': 'executable',
  'application/x-elf': 'executable',
  'application/x-mach-binary': 'executable',
  'application/wasm': 'executable',
  'application/x-ms-shortcut': 'executable',
  'application/x.ms.shortcut': 'executable',
  'application/java-vm': 'executable',
  'application/java-archive': 'executable',
  'application/vnd.android.package-archive': 'executable',
  'application/x-deb': 'executable',
  'application/x-rpm': 'executable',
  'application/x-shockwave-flash': 'executable',
  'application/vnd.ms-cab-compressed': 'executable',
  'text/x-script': 'script',
  'text/html': 'html',
  'image/svg+xml': 'svg',
  'application/xml': 'xml',
  'application/rtf': 'rtf',
  'application/x-cfb': 'old_office',
  'application/vnd.ms-outlook': 'old_office',
  'application/vnd.ms-office.macro': 'macro',
  'application/vnd.ms-package': 'office_unlisted',
  'application/vnd.oasis.opendocument': 'office_unlisted',
  'text/utf16': 'text_encoding',
  'text/legacy': 'text_encoding',
  'application/x-rar-compressed': 'archive_unlisted',
  'application/x-7z-compressed': 'archive_unlisted',
  'application/x-tar': 'archive_unlisted',
  'application/gzip': 'archive_unlisted',
  'application/x-bzip2': 'archive_unlisted',
  'application/x-xz': 'archive_unlisted',
  'application/zstd': 'archive_unlisted',
  'application/x-apple-diskimage': 'archive_unlisted',
};

/** These say more than that name and content differ: they are told whatever the extension. */
export const TOLD_FIRST: ReadonlySet<string> = new Set(['old_office', 'macro', 'text_encoding']);

export function foreignKind(content: string): string {
  const known = BY_TYPE[content];
  if (known) return known;
  if (content.startsWith('image/')) return 'image_unlisted';
  if (content.startsWith('audio/')) return 'audio_unlisted';
  if (content.startsWith('video/') || content.endsWith('ms-asf')) return 'video_unlisted';
  return 'unknown';
}
