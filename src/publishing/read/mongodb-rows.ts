import type { Collection, Db } from 'mongodb';
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
  snapshot: Pick<Snapshot, 'access'>;
}
export type ReferenceDocument = { _id: string; order?: number | null } & Record<string, unknown>;

export interface Collections {
  publications: Collection<PublicationDocument>;
  revisions: Collection<RevisionDocument>;
  changes: Collection<ChangeDocument>;
  terms: Collection<ReferenceDocument>;
  licences: Collection<ReferenceDocument>;
  departments: Collection<ReferenceDocument>;
}

export function collectionsOf(db: Db): Collections {
  return {
    publications: db.collection('publications'),
    revisions: db.collection('publication-revisions'),
    changes: db.collection('changes'),
    terms: db.collection('terms'),
    licences: db.collection('licences'),
    departments: db.collection('departments'),
  };
}

/** What the world may see. */
export const visible = { status: 'live', access: 'open' } as const;

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
