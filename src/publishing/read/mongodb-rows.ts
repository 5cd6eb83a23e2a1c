import type { Collection, Db, Filter } from 'mongodb';
import { reservedKeys, type Seen } from './seen';
import type { Localized, Snapshot } from './snapshot';
import type { ChangeType, Publication, Tombstone } from './store';

/** As Payload stores them: the id is text, moments are dates, localised texts an object of languages. */
export interface PublicationDocument {
  _id: string;
  identifier: string;
  status: 'live' | 'withdrawn';
  access: 'open' | 'named_portals';
  revision: number;
  etag: string;
  title: string;
  keys: string[];
  snapshot: Snapshot;
  publishedAt: Date;
  modifiedAt: Date;
  withdrawnAt?: Date | null;
  withdrawReason?: string | null;
}
export interface ChangeDocument {
  _id: string;
  seq: number;
  type: ChangeType;
  identifier: string;
  revision: number;
  at: Date;
}
export interface RevisionDocument {
  _id: string;
  identifier: string;
  revision: number;
  snapshot: { access: string; licence: { code: string } };
}
export type ReferenceDocument = { _id: string; order?: number | null } & Record<string, unknown>;

export interface PortalDocument {
  _id: string;
  keyHash?: string | null;
  active?: boolean | null;
  /** Ids of licences. */
  licences?: string[] | null;
  updatedAt: Date;
}

export interface Collections {
  publications: Collection<PublicationDocument>;
  revisions: Collection<RevisionDocument>;
  changes: Collection<ChangeDocument>;
  terms: Collection<ReferenceDocument>;
  licences: Collection<ReferenceDocument>;
  departments: Collection<ReferenceDocument>;
  portals: Collection<PortalDocument>;
}

export function collectionsOf(db: Db): Collections {
  return {
    publications: db.collection('publications'),
    revisions: db.collection('publication-revisions'),
    changes: db.collection('changes'),
    terms: db.collection('terms'),
    licences: db.collection('licences'),
    departments: db.collection('departments'),
    portals: db.collection('portals'),
  };
}

/** What these eyes may see, live or withdrawn. */
export function visibleTo(seen: Seen): Filter<PublicationDocument> {
  const reserved = reservedKeys(seen);
  return reserved.length === 0
    ? { access: 'open' }
    : { $or: [{ access: 'open' }, { keys: { $in: reserved } }] };
}

export function toPublication(row: PublicationDocument): Publication {
  const { identifier, revision, etag, snapshot } = row;
  return { identifier, revision, etag, modifiedAt: row.modifiedAt.toISOString(), snapshot };
}

export function toTombstone(row: PublicationDocument): Tombstone {
  return {
    identifier: row.identifier,
    withdrawnAt: (row.withdrawnAt ?? row.modifiedAt).toISOString(),
    reason: row.withdrawReason ?? 'other',
  };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function localized(value: unknown): Localized {
  const { vi, en } = (value ?? {}) as { vi?: unknown; en?: unknown };
  const other = text(en);
  return { vi: text(vi) ?? '', ...(other === null ? {} : { en: other }) };
}

export function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
