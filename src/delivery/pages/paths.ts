import type { Lang } from '../../i18n/translate';
import type { Snapshot, SnapshotFile } from '../../publishing/read/snapshot';

/** The page of a material for people. */
export const itemPath = (identifier: string, lang: Lang): string =>
  `/hoc-lieu/${encodeURIComponent(identifier)}${lang === 'en' ? '?lang=en' : ''}`;

export const filePath = (id: string): string => `/v1/files/${encodeURIComponent(id)}`;

export function mainFile(snapshot: Snapshot): SnapshotFile | undefined {
  return snapshot.files.find(({ role }) => role === 'main') ?? snapshot.files[0];
}

/** Where people say that this material infringes something. */
export const noticeAddress = (identifier: string, lang: Lang): string =>
  `/bao-vi-pham?ma=${encodeURIComponent(identifier)}${lang === 'en' ? '&lang=en' : ''}`;
