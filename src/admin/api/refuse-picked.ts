import { translateIfKnown, type Lang } from '../../i18n/translate';
import { formatLimit } from '../ui/format';
import { Problem } from './problem';

/** Endings by what the file is, where the words can say more than that the ending is not taken. */
const KNOWN: Readonly<Record<string, string>> = {
  executable: 'exe msi com scr dll apk app dmg jar deb rpm iso',
  script: 'bat cmd ps1 vbs js mjs sh py php',
  html: 'html htm mht mhtml',
  svg: 'svg',
  xml: 'xml',
  rtf: 'rtf',
  old_office: 'doc xls ppt pps dot xlt pot',
  macro: 'docm xlsm pptm ppsm dotm xltm',
  archive_unlisted: 'rar 7z gz tar bz2 xz',
  image_unlisted: 'heic heif bmp psd avif',
  audio_unlisted: 'wma aac flac amr',
  video_unlisted: 'mov avi mkv wmv flv 3gp',
};

export interface Takes {
  /** As the reference answer lists them: `.pdf, .docx`. */
  accepts: string | undefined;
  limit: number | undefined;
}

/**
 * What can be said of a file before a byte of it is sent: its ending, that it is empty, that it is
 * too large. The server looks into the bytes as well; its words are the same.
 */
export function refusePicked(
  lang: Lang,
  file: Pick<File, 'name' | 'size'>,
  { accepts, limit }: Takes,
): Problem | null {
  const extension = /\.([A-Za-z0-9]+)$/.exec(file.name)?.[1]?.toLowerCase();
  if (file.size === 0) return refused(lang, 'empty', {});
  if (limit !== undefined && file.size > limit) {
    return refused(lang, 'too_large_picked', { limit: formatLimit(limit) });
  }
  if (!accepts || !extension || isListed(accepts, extension)) return null;
  const known = Object.entries(KNOWN).find(([, list]) => list.split(' ').includes(extension));
  return refused(lang, known?.[0] ?? 'extension', { extension, accepted: accepts });
}

/** The list names one ending a format; these are the others that stand for the same. */
const ALIKE: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  tiff: 'tif',
  markdown: 'md',
  oga: 'ogg',
  opus: 'ogg',
  m4v: 'mp4',
};

function isListed(accepts: string, extension: string): boolean {
  const listed = accepts.split(', ');
  return [extension, ALIKE[extension]].some((one) => one && listed.includes(`.${one}`));
}

function refused(lang: Lang, code: string, params: Record<string, unknown>): Problem {
  const say = (part: string) => translateIfKnown(lang, `intake:refusals.${code}.${part}`, params);
  const message = say('message') ?? code;
  return new Problem({
    status: 422,
    code: 'refused_when_picked',
    title: message,
    errors: [{ field: 'file', code, message, remedy: say('remedy') ?? null }],
  });
}
