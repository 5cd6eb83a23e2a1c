import type { Lang } from '../../i18n/translate';
import type { SnapshotFile, SnapshotLicence } from '../../publishing/read/snapshot';
import { words } from './layout';

/** What a licence lets a person do; its own label where it permits nothing. */
export function licenceWords(
  licence: Pick<SnapshotLicence, 'permits' | 'label'> & { conditions: string[] },
  lang: Lang,
): string {
  const t = words(lang);
  const may = (permit: string) => licence.permits.includes(permit);
  if (!may('copy') || !may('share')) return licence.label[lang] ?? licence.label.vi;
  const same = licence.conditions.includes('share_alike');
  if (may('adapt') && may('commercial')) {
    return t(same ? 'delivery:licences.allSame' : 'delivery:licences.all');
  }
  if (may('adapt')) {
    return t(same ? 'delivery:licences.nonCommercialSame' : 'delivery:licences.nonCommercial');
  }
  return t(
    may('commercial') ? 'delivery:licences.unchanged' : 'delivery:licences.unchangedNonCommercial',
  );
}

const FORMATS: readonly [RegExp, string][] = [
  [/wordprocessingml/, 'DOCX'],
  [/presentationml/, 'PPTX'],
  [/spreadsheetml/, 'XLSX'],
  [/opendocument\.text/, 'ODT'],
  [/opendocument\.presentation/, 'ODP'],
  [/opendocument\.spreadsheet/, 'ODS'],
  [/epub/, 'EPUB'],
  [/^audio\/mpeg$/, 'MP3'],
  [/^audio\/mp4$/, 'M4A'],
  [/^text\/plain$/, 'TXT'],
];

/** `PDF`, `DOCX`, `PNG`. */
export function formatName(mediaType: string): string {
  const known = FORMATS.find(([type]) => type.test(mediaType));
  const [, subtype = mediaType] = mediaType.split('/');
  return known?.[1] ?? subtype.replace(/^x-|[+;].*$/g, '').toUpperCase();
}

export function sizeWords(bytes: number, lang: Lang): string {
  const [value, unit] =
    bytes < 1_000_000
      ? [Math.max(1, bytes / 1_000), 'KB']
      : bytes < 1_000_000_000
        ? [bytes / 1_000_000, 'MB']
        : [bytes / 1_000_000_000, 'GB'];
  const digits = value < 10 && unit !== 'KB' ? 1 : 0;
  return `${new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}

function durationWords(total: number, lang: Lang): string {
  const t = words(lang);
  const rounded = Math.round(total);
  const [minutes, seconds] = [Math.floor(rounded / 60), rounded % 60];
  if (minutes === 0) return t('delivery:page.seconds', { seconds });
  return seconds === 0
    ? t('delivery:page.minutes', { minutes })
    : t('delivery:page.minutesSeconds', { minutes, seconds });
}

/** `PDF, 24 trang`; `8 phút 40 giây`. */
export function fileWords(
  file: Pick<SnapshotFile, 'mediaType' | 'pages' | 'duration'>,
  lang: Lang,
): string {
  const length =
    file.duration !== null
      ? durationWords(file.duration, lang)
      : file.pages === null
        ? null
        : words(lang)('delivery:page.pages', { n: file.pages });
  return [formatName(file.mediaType), length].filter(Boolean).join(', ');
}
