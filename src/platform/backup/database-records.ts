import type { BackupRecord, RecordSet } from './record-sets';

/** One moment of a database, whatever is written to it meanwhile. */
export interface RecordSnapshot {
  read(set: RecordSet): AsyncIterable<BackupRecord>;
  close(): Promise<void>;
}

/** What a backup needs of a database; one file for each of the two. */
export interface DatabaseRecords {
  readonly kind: 'sqlite' | 'mongodb';
  /** `scratch`: an empty folder that may hold a copy of the database. */
  snapshot(scratch: string): Promise<RecordSnapshot>;
  /** The records as they are now; nothing else writes. */
  read(set: RecordSet): AsyncIterable<BackupRecord>;
  count(set: RecordSet): Promise<number>;
  /** Bytes that a snapshot takes at most. */
  size(): Promise<number>;
  /** Removes every record; between `begin` and `finish`. */
  empty(sets: RecordSet[]): Promise<void>;
  /** Adds records as they are, whatever they refer to; between `begin` and `finish`. */
  write(set: RecordSet, records: BackupRecord[]): Promise<void>;
  /** From here on the database is half-restored, and a start refuses it. */
  begin(): Promise<void>;
  isHalf(): Promise<boolean>;
  /** Every reference is checked, and the database is whole. */
  finish(sets: RecordSet[]): Promise<void>;
}

/** Name of the mark that a half-restored database carries: a table or a collection. */
export const HALF_RESTORED = 'kho_restore_unfinished';
