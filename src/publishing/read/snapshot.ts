/**
 * What a publication says, in every language, as stored in `publications.snapshot` and
 * `publication-revisions.snapshot`. Delivery turns it into answers; nothing else leaves.
 */
export type Lang = 'vi' | 'en';

export interface Localized {
  vi: string;
  en?: string;
}
export interface LocalizedList {
  vi: string[];
  en?: string[];
}
export interface Coded {
  code: string;
  label: Localized;
  uri?: string | null;
}
export interface SnapshotLicence {
  code: string;
  version: number;
  label: Localized;
  url: string | null;
  /** Subset of copy, share, adapt, commercial. */
  permits: string[];
}
export interface SnapshotFile {
  /** Public identifier of the file document (20 Crockford characters), never the database's. */
  id: string;
  role: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  pages: number | null;
  /** Seconds. */
  duration: number | null;
  caption: Localized | null;
  altText: Localized | null;
  storageKey: string;
  thumbnailKey: string | null;
  textKey: string | null;
}
export interface Snapshot {
  identifier: string;
  revision: number;
  languages: Lang[];
  title: Localized;
  alternativeTitle: Localized | null;
  abstract: Localized | null;
  keywords: LocalizedList;
  /** BCP 47. */
  language: string[];
  type: Coded | null;
  subjects: Coded[];
  levels: Coded[];
  audiences: Coded[];
  features: Coded[];
  department: Coded;
  creators: { name: string; role: string }[];
  publisher: string | null;
  /** YYYY-MM-DD */
  issued: string | null;
  /** UTC moments with Z. */
  publishedAt: string;
  modifiedAt: string;
  licence: SnapshotLicence;
  rightsHolder: string | null;
  copyrightYear: number | null;
  attribution: Localized;
  accessibility: {
    modes: string[];
    sufficient: string[];
    features: string[];
    hazards: string[];
    summary: Localized | null;
  };
  ageRange: string | null;
  duration: string | null;
  outcomes: LocalizedList;
  educationalUse: string[];
  interactivity: string | null;
  place: string | null;
  basedOn: string[];
  partOf: string[];
  files: SnapshotFile[];
  /** `named_portals`: 404 for everybody who is not such a portal. */
  access: 'open' | 'named_portals';
  /** False where only viewing is allowed. */
  download: boolean;
}
