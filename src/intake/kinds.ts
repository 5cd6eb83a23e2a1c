/**
 * The kinds of file that are taken in. Adding a format is one row (and its name in
 * `src/i18n/<lang>/intake.json` under `kinds`); a format with a structure of its own also needs a
 * check in `sniff/`.
 */
export type KindGroup = 'document' | 'text' | 'image' | 'audio' | 'video' | 'archive';

export interface Kind {
  id: string;
  /** Lower case, without the dot; the first is the usual one. */
  extensions: readonly string[];
  /** What is stored and delivered. */
  mediaType: string;
  group: KindGroup;
  /** What the look at the bytes may answer for it; the first is its own. */
  content: readonly string[];
  /** Further types under which browsers declare it. */
  aliases?: readonly string[];
  /** The type a private preview shows it with; without one it is only ever downloaded. */
  inline?: string;
  /** Can be a permission document. */
  evidence?: true;
}

const office = 'application/vnd.openxmlformats-officedocument';
const odf = 'application/vnd.oasis.opendocument';
const plain = 'text/plain; charset=utf-8';

/** One row a format. `content` that two rows share is told apart by the extension. */
export const KINDS: readonly Kind[] = [
  {
    id: 'pdf',
    extensions: ['pdf'],
    mediaType: 'application/pdf',
    group: 'document',
    content: ['application/pdf'],
    inline: 'application/pdf',
    evidence: true,
  },
  {
    id: 'docx',
    extensions: ['docx'],
    mediaType: `${office}.wordprocessingml.document`,
    group: 'document',
    content: [`${office}.wordprocessingml.document`],
    evidence: true,
  },
  {
    id: 'pptx',
    extensions: ['pptx'],
    mediaType: `${office}.presentationml.presentation`,
    group: 'document',
    content: [`${office}.presentationml.presentation`],
  },
  {
    id: 'ppsx',
    extensions: ['ppsx'],
    mediaType: `${office}.presentationml.slideshow`,
    group: 'document',
    content: [`${office}.presentationml.slideshow`],
  },
  {
    id: 'xlsx',
    extensions: ['xlsx'],
    mediaType: `${office}.spreadsheetml.sheet`,
    group: 'document',
    content: [`${office}.spreadsheetml.sheet`],
  },
  {
    id: 'odt',
    extensions: ['odt'],
    mediaType: `${odf}.text`,
    group: 'document',
    content: [`${odf}.text`],
    evidence: true,
  },
  {
    id: 'odp',
    extensions: ['odp'],
    mediaType: `${odf}.presentation`,
    group: 'document',
    content: [`${odf}.presentation`],
  },
  {
    id: 'ods',
    extensions: ['ods'],
    mediaType: `${odf}.spreadsheet`,
    group: 'document',
    content: [`${odf}.spreadsheet`],
  },
  {
    id: 'epub',
    extensions: ['epub'],
    mediaType: 'application/epub+zip',
    group: 'document',
    content: ['application/epub+zip'],
  },
  {
    id: 'txt',
    extensions: ['txt'],
    mediaType: 'text/plain',
    group: 'text',
    content: ['text/plain', 'text/vtt'],
    inline: plain,
  },
  {
    id: 'csv',
    extensions: ['csv'],
    mediaType: 'text/csv',
    group: 'text',
    content: ['text/plain'],
    aliases: ['application/csv', 'application/vnd.ms-excel'],
    inline: plain,
  },
  {
    id: 'md',
    extensions: ['md', 'markdown'],
    mediaType: 'text/markdown',
    group: 'text',
    content: ['text/plain'],
    inline: plain,
  },
  {
    id: 'vtt',
    extensions: ['vtt'],
    mediaType: 'text/vtt',
    group: 'text',
    content: ['text/vtt'],
    inline: 'text/vtt; charset=utf-8',
  },
  {
    id: 'srt',
    extensions: ['srt'],
    mediaType: 'application/x-subrip',
    group: 'text',
    content: ['text/plain'],
    aliases: ['application/srt'],
    inline: plain,
  },
  {
    id: 'png',
    extensions: ['png'],
    mediaType: 'image/png',
    group: 'image',
    content: ['image/png', 'image/apng'],
    aliases: ['image/x-png'],
    inline: 'image/png',
    evidence: true,
  },
  {
    id: 'jpg',
    extensions: ['jpg', 'jpeg'],
    mediaType: 'image/jpeg',
    group: 'image',
    content: ['image/jpeg'],
    aliases: ['image/jpg', 'image/pjpeg'],
    inline: 'image/jpeg',
    evidence: true,
  },
  {
    id: 'webp',
    extensions: ['webp'],
    mediaType: 'image/webp',
    group: 'image',
    content: ['image/webp'],
    inline: 'image/webp',
    evidence: true,
  },
  {
    id: 'gif',
    extensions: ['gif'],
    mediaType: 'image/gif',
    group: 'image',
    content: ['image/gif'],
    inline: 'image/gif',
  },
  {
    id: 'tiff',
    extensions: ['tif', 'tiff'],
    mediaType: 'image/tiff',
    group: 'image',
    content: ['image/tiff'],
    aliases: ['image/tif'],
    inline: 'image/tiff',
    evidence: true,
  },
  {
    id: 'mp3',
    extensions: ['mp3'],
    mediaType: 'audio/mpeg',
    group: 'audio',
    content: ['audio/mpeg'],
    aliases: ['audio/mp3', 'audio/x-mp3'],
    inline: 'audio/mpeg',
  },
  {
    id: 'm4a',
    extensions: ['m4a'],
    mediaType: 'audio/mp4',
    group: 'audio',
    content: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
    aliases: ['audio/m4a'],
    inline: 'audio/mp4',
  },
  {
    id: 'ogg',
    extensions: ['ogg', 'oga', 'opus'],
    mediaType: 'audio/ogg',
    group: 'audio',
    content: ['audio/ogg'],
    aliases: ['audio/opus', 'audio/vorbis', 'application/ogg', 'video/ogg'],
    inline: 'audio/ogg',
  },
  {
    id: 'wav',
    extensions: ['wav'],
    mediaType: 'audio/wav',
    group: 'audio',
    content: ['audio/wav'],
    aliases: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    inline: 'audio/wav',
  },
  {
    id: 'mp4',
    extensions: ['mp4', 'm4v'],
    mediaType: 'video/mp4',
    group: 'video',
    content: ['video/mp4', 'video/x-m4v'],
    aliases: ['audio/mp4', 'application/mp4'],
    inline: 'video/mp4',
  },
  {
    id: 'webm',
    extensions: ['webm'],
    mediaType: 'video/webm',
    group: 'video',
    content: ['video/webm'],
    aliases: ['audio/webm'],
    inline: 'video/webm',
  },
  {
    id: 'zip',
    extensions: ['zip'],
    mediaType: 'application/zip',
    group: 'archive',
    content: ['application/zip', 'application/zip+h5p', 'application/zip+scorm'],
    aliases: ['application/x-zip-compressed', 'application/x-zip'],
  },
  {
    id: 'h5p',
    extensions: ['h5p'],
    mediaType: 'application/zip',
    group: 'archive',
    content: ['application/zip+h5p'],
    aliases: ['application/x-zip-compressed', 'application/x-zip', 'application/h5p'],
  },
];

export function kindByExtension(extension: string): Kind | undefined {
  return KINDS.find((kind) => kind.extensions.includes(extension));
}

export function kindByContent(content: string): Kind | undefined {
  return (
    KINDS.find((kind) => kind.content[0] === content) ??
    KINDS.find((kind) => kind.content.includes(content))
  );
}

/** For the sentence that lists what is accepted: `.pdf, .docx, …`. */
export function acceptedExtensions(purpose: 'content' | 'evidence'): string {
  return KINDS.filter((kind) => purpose === 'content' || kind.evidence)
    .map((kind) => `.${String(kind.extensions[0])}`)
    .join(', ');
}
