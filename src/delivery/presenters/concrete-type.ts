import type { Snapshot } from '../../publishing/read/snapshot';

/** schema.org type of a kind of material; the media type decides where the kind says nothing. */
const BY_KIND: Record<string, string> = {
  audio: 'AudioObject',
  dataset: 'Dataset',
  handbook: 'Book',
  lesson: 'LearningResource',
  package: 'Collection',
  poster: 'Poster',
  presentation: 'PresentationDigitalDocument',
  textbook: 'Book',
  video: 'VideoObject',
};

const BY_MEDIA: readonly [RegExp, string][] = [
  [/^video\//, 'VideoObject'],
  [/^audio\//, 'AudioObject'],
  [/^image\//, 'ImageObject'],
  [/spreadsheet|^text\/csv/, 'SpreadsheetDigitalDocument'],
  [/presentation/, 'PresentationDigitalDocument'],
];

/** The second of `["LearningResource", …]`. */
export function concreteType({ type, files }: Snapshot): string {
  const byKind = type ? BY_KIND[type.code] : undefined;
  if (byKind && byKind !== 'LearningResource') return byKind;
  const main = files.find(({ role }) => role === 'main') ?? files[0];
  const byMedia = BY_MEDIA.find(([media]) => media.test(main?.mediaType ?? ''));
  return byMedia?.[1] ?? 'DigitalDocument';
}
