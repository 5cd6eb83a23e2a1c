import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import { FOLD_VERSION } from '../../platform/fold-text';
import { SCHEMA_VERSION } from './schema';

/** Names the index in use; replaced by rename, so that a reader sees the old name or the new one. */
const POINTER = 'current';
const NAME = /^search-(\d+)-(f\d+(?:-s\d+)?)\.db$/;
/** What an index was made with: one made otherwise is rebuilt, never read. */
const MADE_WITH = `f${String(FOLD_VERSION)}-s${String(SCHEMA_VERSION)}`;

/** What the pointer names: a usable file, none yet, or one that another version wrote. */
export type CurrentIndex = { file: string } | { missing: 'no_index' | 'other_folding' };

export function currentIndex(folder: string): CurrentIndex {
  let name: string;
  try {
    name = readFileSync(path.join(folder, POINTER), 'utf8').trim();
  } catch {
    return { missing: 'no_index' };
  }
  const match = NAME.exec(name);
  if (!match) return { missing: 'no_index' };
  if (match[2] !== MADE_WITH) return { missing: 'other_folding' };
  const file = path.join(folder, name);
  return existsSync(file) ? { file } : { missing: 'no_index' };
}

/** A name that no file of the folder has had. */
export function newIndexFile(folder: string): string {
  const numbers = readdirSync(folder).map((name) =>
    Number(NAME.exec(withoutSuffix(name))?.[1] ?? 0),
  );
  const next = Math.max(0, ...numbers) + 1;
  return path.join(folder, `search-${String(next)}-${MADE_WITH}.db`);
}

/** Makes `file` the index in use. It and its name are on the disk before any reader sees them. */
export function pointTo(folder: string, file: string): void {
  sync(file);
  const draft = path.join(folder, `${POINTER}.new`);
  writeFileSync(draft, `${path.basename(file)}\n`);
  sync(draft);
  renameSync(draft, path.join(folder, POINTER));
  sync(folder);
}

function sync(target: string): void {
  const descriptor = openSync(target, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Windows cannot flush a folder; there the rename alone has to do.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes index files that are not `keep` and were last written before `graceMs` ago. */
export function removeOldIndexes(input: { folder: string; keep: string[]; graceMs: number }): void {
  const kept = new Set(input.keep.map((file) => path.basename(file)));
  for (const name of readdirSync(input.folder)) {
    const index = withoutSuffix(name);
    if (!NAME.test(index) || kept.has(index)) continue;
    const file = path.join(input.folder, name);
    try {
      if (Date.now() - statSync(file).mtimeMs >= input.graceMs) rmSync(file, { force: true });
    } catch {
      // Gone already, or still open where open files cannot be removed: the next round takes it.
    }
  }
}

const withoutSuffix = (name: string): string => name.replace(/-(wal|shm|journal)$/, '');
