import type { Manifest } from './manifest';

/** This program and the database that a backup is to be restored into. */
export interface Target {
  database: Manifest['source']['database'];
  migrations: Manifest['migrations'];
  /** Its sets of records by name, each with the hash of its shape. */
  shapes: Record<string, string>;
}

function otherMigrations(manifest: Manifest, { database, migrations }: Target): string | undefined {
  const compared = new Set([database, manifest.source.database]);
  for (const each of compared) {
    const [theirs, own] = [manifest.migrations[each], migrations[each]];
    if (theirs.join() === own.join()) continue;
    return `its last migration is ${theirs.at(-1) ?? 'none'}, here it is ${own.at(-1) ?? 'none'}`;
  }
  return undefined;
}

function otherSets({ records }: Manifest, { shapes }: Target): string | undefined {
  const lacking = Object.keys(shapes).find((name) => records[name] === undefined);
  if (lacking !== undefined) return `it does not hold ${lacking}`;
  const unknown = Object.keys(records).find(
    (name) => shapes[name] === undefined && (records[name]?.records ?? 0) > 0,
  );
  return unknown && `it holds ${unknown}, which this version does not know`;
}

/** Backups of earlier versions say nothing of shapes: what else is known of them has to do. */
function otherShape({ records }: Manifest, { shapes }: Target): string | undefined {
  const changed = Object.keys(shapes).find((name) => {
    const theirs = records[name]?.shape;
    return theirs !== undefined && theirs !== shapes[name];
  });
  return changed && `the fields of ${changed} are others there than here`;
}

/**
 * Why a backup is of another version of the program than this one, in a sentence; undefined when it
 * is of this one. Asked before anything is emptied, the same for both databases: migrations say what
 * was done to the records, their shapes how they are built (MongoDB needs no migration for that).
 */
export function otherVersion(manifest: Manifest, target: Target): string | undefined {
  const why =
    otherMigrations(manifest, target) ??
    otherSets(manifest, target) ??
    otherShape(manifest, target);
  if (why === undefined) return undefined;
  const { program } = manifest;
  const version = program ? `, ${program}` : '';
  return `The backup was taken by another version of this program${version}: ${why}. Restore it with that version, then start this one: it migrates by itself.`;
}
