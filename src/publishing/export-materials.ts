import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { BackupError } from '../platform/backup/backup-error';
import { streamTo, writeWhole } from '../platform/backup/files';
import type { Progress } from '../platform/backup/progress';
import { fillWhole } from '../platform/backup/whole-folder';
import { now } from '../platform/clock';
import type { Storage } from '../platform/storage/port';
import type { Snapshot, SnapshotFile } from './read/snapshot';
import type { ListPosition, ListQuery, ReadStore } from './read/store';

export interface ExportInput {
  /** Delivery's own: what is not there for an anonymous reader is not there for an export. */
  store: ReadStore;
  storage: Storage;
  /** A folder that does not exist yet, or is empty. */
  to: string;
  progress?: Progress;
}

interface Entry {
  identifier: string;
  revision: number;
  title: Snapshot['title'];
  download: boolean;
  file: string;
}

const PAGE = 50;

/** Every publication that delivery shows now, the oldest first. */
async function* shown(store: ReadStore): AsyncGenerator<{ snapshot: Snapshot; total: number }> {
  for (let after: ListPosition | undefined, first = true; first || after; first = false) {
    const asked: ListQuery = { keys: [], sort: 'publishedAt', limit: PAGE };
    const { items, total, next } = await store.list({ ...asked, ...(after ? { after } : {}) });
    for (const { snapshot } of items) yield { snapshot, total };
    after = next;
  }
}

/** A name that every file system takes; the number keeps two of the same apart. */
function placeOf(identifier: string, { name }: SnapshotFile, index: number): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, '_')
    .slice(-100);
  return `files/${identifier}/${String(index + 1).padStart(2, '0')}-${safe}`;
}

/**
 * Writes what the public may read to a folder: one JSON a material, in every language, and its
 * files where they may be downloaded. For other systems; what is not published, is reserved for
 * named portals, and who did what, stays here. Throws BackupError when a file is not what its
 * publication says.
 */
export async function exportMaterials(
  input: ExportInput,
): Promise<{ materials: number; files: number }> {
  return await fillWhole(input.to, (folder) => fill(folder, input));
}

async function fill(folder: string, { store, storage, progress }: ExportInput) {
  const materials: Entry[] = [];
  let files = 0;
  await mkdir(path.join(folder, 'materials'));
  for await (const { snapshot, total } of shown(store)) {
    materials.push(await exportOne(folder, storage, snapshot));
    if (snapshot.download) files += snapshot.files.length;
    progress?.('materials', materials.length, total);
  }
  const index = {
    format: 'kho-hoc-lieu-export',
    version: 1,
    exportedAt: now().toISOString(),
    materials,
  };
  await writeWhole(path.join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  return { materials: materials.length, files };
}

async function exportOne(folder: string, storage: Storage, snapshot: Snapshot): Promise<Entry> {
  const { identifier, revision, title, download } = snapshot;
  const files: unknown[] = [];
  for (const [index, file] of snapshot.files.entries()) {
    // Where an object lies is the storage's own affair.
    const { storageKey: _key, thumbnailKey: _thumbnail, textKey: _text, ...said } = file;
    const place = placeOf(identifier, file, index);
    // Where only viewing is allowed there is no file to take, as in delivery's answer.
    if (download) await copyOut({ storage, file, identifier, to: path.join(folder, place) });
    files.push({ ...said, path: download ? place : null });
  }
  const file = `materials/${identifier}.json`;
  const text = `${JSON.stringify({ ...snapshot, files }, null, 2)}\n`;
  await writeWhole(path.join(folder, file), text);
  return { identifier, revision, title, download, file };
}

async function copyOut(input: {
  storage: Storage;
  file: SnapshotFile;
  identifier: string;
  to: string;
}): Promise<void> {
  const { storage, file, identifier, to } = input;
  await mkdir(path.dirname(to), { recursive: true });
  const { sha256 } = await streamTo(await storage.open(file.storageKey), to);
  if (sha256 !== file.sha256) {
    throw new BackupError(
      `${file.name} of ${identifier} is spoilt in the storage. Run: npm run cli -- fixity`,
    );
  }
}
