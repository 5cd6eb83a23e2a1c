import { BackupError } from './backup-error';

/** How a backup holds one moment of a MongoDB database while it reads. */
export type MomentKind = 'snapshot' | 'transaction';

/** What a server answers once it no longer has the moment, by number: a driver may lack the name. */
const LOST = new Map([
  [239, 'SnapshotTooOld'],
  [246, 'SnapshotUnavailable'],
  [251, 'NoSuchTransaction'],
  [290, 'TransactionExceededLifetimeLimitSeconds'],
]);

/** The server's settings and what they are unless set, in seconds. */
const SETTING = {
  snapshot: 'minSnapshotHistoryWindowInSeconds (300 unless set)',
  transaction: 'transactionLifetimeLimitSeconds (60 unless set)',
};

/**
 * The sentence for a backup whose moment the server gave up after `seconds`. Undefined for any other
 * error.
 */
export function lostMoment(
  error: unknown,
  { kind, seconds }: { kind: MomentKind; seconds: number },
): BackupError | undefined {
  const name = LOST.get(Number((error as { code?: unknown } | null)?.code));
  if (name === undefined) return undefined;
  return new BackupError(
    `The backup reads the records of one moment, and after ${String(seconds)} seconds MongoDB no longer had that moment (${name}). Nothing of this backup is left. ` +
      `Let the server keep it for longer: raise ${SETTING[kind]} on every member of the replica set. ` +
      'Or take the backup when nobody works, or dump the database with mongodump and copy the bucket after it. ' +
      'How long it needs, and all three ways: docs/guides/backup.md, "A large database".',
    { cause: error },
  );
}
