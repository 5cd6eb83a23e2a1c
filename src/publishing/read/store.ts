import type { TermScheme } from '../../platform/code-lists';
import type { Localized, Snapshot, SnapshotFile } from './snapshot';

/** What a reader may see depends on who they are. */
export interface PublicationReads {
  /** The publication, or what is left of it after a withdrawal; undefined for what never was public. */
  publication(identifier: string): Promise<Found | undefined>;
  /** The tag of what a live publication says; undefined where there is none to be seen. Cheaper than the whole. */
  etagOf(identifier: string): Promise<string | undefined>;
  /** The live ones among these, by identifier. */
  publications(identifiers: string[]): Promise<Map<string, Publication>>;
  list(query: ListQuery): Promise<ListPage>;
  /** The publication that holds this file, or the tombstone of the last one that did. */
  publicationOfFile(fileId: string): Promise<FoundFile | undefined>;
  /** What happened after number `after`, oldest first. */
  changes(query: { after: number; limit: number }): Promise<{ changes: Change[]; more: boolean }>;
}

/**
 * What delivery knows of the database: publications, tombstones, the change feed and reference
 * rows, as publishing projects them. One file a database implements it. Only live publications open
 * to everybody are ever returned as items; what is reserved for named portals does not exist here,
 * save in the store that {@link ReadStore.forPortal} gives.
 */
export interface ReadStore extends PublicationReads {
  /** Those of the titles that belong only to publications the world may not see any more. */
  hiddenTitles(titles: string[]): Promise<Set<string>>;
  terms(scheme: TermScheme): Promise<Term[]>;
  licences(): Promise<Licence[]>;
  departments(): Promise<Department[]>;
  /** Whose keys open something. */
  portals(): Promise<PortalKey[]>;
  /** The same store with the eyes of a portal: what licences reserve for it is there too. */
  forPortal(portal: PortalKey): ReadStore;

  /** Another number whenever anything that delivery shows has changed. */
  generation(): number;
  /** The last moment a publication changed; undefined while there is none. */
  lastModified(): Date | undefined;
  onChange(listener: () => void): void;
  /** A commit has just been made: look now, not at the next poll. */
  invalidate(): void;
  /** A promise while a look ordered by {@link invalidate} is under way: nothing old is served then. */
  settling(): Promise<void> | undefined;
  /** When the days that rights keep were last seen to; undefined before the first time. */
  lastSweep(): Promise<SweepMark | undefined>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Publication {
  identifier: string;
  revision: number;
  etag: string;
  modifiedAt: string;
  snapshot: Snapshot;
}

/** What the worker's last sweep of days left: terms that end, embargoes, days of review. */
export interface SweepMark {
  endedAt: string;
  /** When one last ended without a failed piece; null while none did. */
  succeededAt: string | null;
  failed: number;
}

export interface Tombstone {
  identifier: string;
  withdrawnAt: string;
  /** Code; its words are `workflow:reasons.<code>`. */
  reason: string;
}

export type Found =
  { status: 'live'; publication: Publication } | { status: 'withdrawn'; tombstone: Tombstone };

export type FoundFile =
  | { status: 'live'; publication: Publication; file: SnapshotFile }
  | { status: 'withdrawn'; tombstone: Tombstone };

export const LIST_SORTS = [
  '-modifiedAt',
  'modifiedAt',
  '-publishedAt',
  'publishedAt',
  'title',
] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Where a page ended: the sort value of its last item and, between equals, its identifier. */
export interface ListPosition {
  value: string;
  identifier: string;
}

export interface ListQuery {
  /** Keys such as `subject:toan`: any within an inner list, all of the inner lists. */
  keys: string[][];
  /** UTC moment with Z; modified then or later. */
  updatedSince?: string;
  sort: ListSort;
  limit: number;
  after?: ListPosition;
}

export interface ListPage {
  items: Publication[];
  total: number;
  /** Where the next page begins; undefined on the last. */
  next: ListPosition | undefined;
}

export interface Term {
  code: string;
  label: Localized;
  altLabels: string[];
  broader: string | null;
  uri: string | null;
  validFrom: string | null;
  validTo: string | null;
}

export interface Licence {
  code: string;
  version: number;
  kind: string;
  label: Localized;
  summary: Localized | null;
  url: string | null;
  permits: string[];
  conditions: string[];
  reservedForPortals: boolean;
  active: boolean;
}

export interface Department {
  code: string;
  kind: string;
  name: Localized;
  parent: string | null;
  active: boolean;
  /** The department that holds its materials since it was merged. */
  mergedInto: string | null;
}

/** Of a portal only what its requests need: never its name, never its key. */
export interface PortalKey {
  id: string;
  /** SHA-256 of the key, hexadecimal. */
  keyHash: string;
  /** Codes of the licences that are reserved for it. */
  licences: string[];
}

export type ChangeType = 'published' | 'updated' | 'labels' | 'withdrawn' | 'reinstated';

export interface Change {
  seq: number;
  type: ChangeType;
  identifier: string;
  revision: number;
  at: string;
}
