import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Payload } from 'payload';
import { BackupError } from '../platform/backup/backup-error';
import { streamTo, writeWhole } from '../platform/backup/files';
import type { Progress } from '../platform/backup/progress';
import { fillWhole } from '../platform/backup/whole-folder';
import { now } from '../platform/clock';
import type { Storage } from '../platform/storage/port';
import type { Snapshot, SnapshotFile } from './read/snapshot';

export interface ExportInput {
  payload: Payload;
  storage: Storage;
  /** A folder that does not exist yet, or is empty. */
  to: string;
  progress?: Progress;
}

interface Entry {
  identifier: string;
  revision: number;
  title: Snapshot['title'];
  access: Snapshot['access'];
  file: string;
}

const PAGE = 50;

/** Every publication that is live now, by identifier. */
async function* livePublications(payload: Payload): AsyncGenerator<Snapshot> {
  for (let last = ''; ;) {
    const { docs } = await payload.find({
      collection: 'publications',
      where: { and: [{ status: { equals: 'live' } }, { identifier: { greater_than: last } }] },
      sort: 'identifier',
      limit: PAGE,
      pagination: false,
      depth: 0,
    });
    yield* docs.map(({ snapshot }) => snapshot as unknown as Snapshot);
    const end = docs.at(-1);
    if (!end || docs.length < PAGE) return;
    last = end.identifier;
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
 * files. For other systems; what is not published, and who did what, stays here. Throws BackupError
 * when a file is not what its publication says.
 */
export async function exportMaterials(
  input: ExportInput,
): Promise<{ materials: number; files: number }> {
  return await fillWhole(input.to, (folder) => fill(folder, input));
}

async function fill(folder: string, { payload, storage, progress }: ExportInput) {
  const { totalDocs } = await payload.count({
    collection: 'publications',
    where: { status: { equals: 'live' } },
  });
  const materials: Entry[] = [];
  let files = 0;
  await mkdir(path.join(folder, 'materials'));
  for await (const snapshot of livePublications(payload)) {
    materials.push(await exportOne(folder, storage, snapshot));
    files += snapshot.files.length;
    progress?.('materials', materials.length, totalDocs);
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
  const { identifier, revision, title, access } = snapshot;
  const files: unknown[] = [];
  for (const [index, file] of snapshot.files.entries()) {
    // Where an object lies is the storage's own affair.
    const { storageKey, thumbnailKey: _thumbnail, textKey: _text, ...said } = file;
    const place = placeOf(identifier, file, index);
    await mkdir(path.dirname(path.join(folder, place)), { recursive: true });
    const { sha256 } = await streamTo(await storage.open(storageKey), path.join(folder, place));
    if (sha256 !== file.sha256) {
      throw new BackupError(
        `${file.name} of ${identifier} is spoilt in the storage. Run: npm run cli -- fixity`,
      );
    }
    files.push({ ...said, path: place });
  }
  const file = `materials/${identifier}.json`;
  const text = `${JSON.stringify({ ...snapshot, files }, null, 2)}\n`;
  await writeWhole(path.join(folder, file), text);
  return { identifier, revision, title, access, file };
}
