import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ZipFile } from 'yauzl';
import { extensionOf } from '../file-name';
import { kindByExtension } from '../kinds';
import { refusal } from '../refuse';
import { readEntry } from './read-entry';
import type { UnpackBudget, ZipEntry } from './zip-directory';

/** Programs have no place in a package of lessons. */
const PROGRAMS = new Set(
  'exe dll com scr msi bat cmd ps1 vbs vbe wsf hta jar apk sh lnk reg cpl app deb rpm dmg pkg'.split(
    ' ',
  ),
);
/** What macOS and Windows leave in archives. */
const LITTER = /(^|\/)(__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
const HEAD = 4100;

export interface OpenArchive {
  zip: ZipFile;
  entries: ZipEntry[];
  budget: UnpackBudget;
  /** 0 for the uploaded file itself. */
  depth: number;
  /** Where a part may be unpacked to. */
  scratch: string;
}

export interface PartChecks {
  /** Content type of the first bytes. */
  head: (bytes: Uint8Array) => Promise<string>;
  /** Content type of a whole file that is itself a ZIP. */
  zip: (path: string, size: number, depth: number, budget: UnpackBudget) => Promise<string>;
}

/** An H5P or SCORM package, or a plain set of files each of which would be taken in by itself. */
export async function archiveType(archive: OpenArchive, checks: PartChecks): Promise<string> {
  const files = archive.entries.filter(({ name, directory }) => !directory && !LITTER.test(name));
  const h5p = files.some(({ name }) => name === 'h5p.json');
  const scorm = files.some(({ name }) => name.toLowerCase() === 'imsmanifest.xml');
  for (const file of files) {
    const extension = extensionOf(file.name.split('/').at(-1) ?? '');
    if (PROGRAMS.has(extension)) throw entryRefused(file);
    // A package brings pages and scripts of its own; what we know by its name is checked there too.
    const packaged = (h5p || scorm) && !kindByExtension(extension);
    if (!packaged) await checkPart(archive, file, extension, checks);
  }
  if (h5p) return 'application/zip+h5p';
  return scorm ? 'application/zip+scorm' : 'application/zip';
}

function entryRefused({ name }: ZipEntry) {
  return refusal('archive_unsafe', 'entry_refused', { entry: name.slice(0, 120) });
}

async function checkPart(
  archive: OpenArchive,
  file: ZipEntry,
  extension: string,
  checks: PartChecks,
): Promise<void> {
  const kind = kindByExtension(extension);
  if (!kind) throw entryRefused(file);
  if (kind.group === 'archive' && archive.depth > 0) {
    throw refusal('archive_unsafe', 'nested', { entry: file.name.slice(0, 120) });
  }
  if (file.entry.uncompressedSize === 0) return;
  const head = await readEntry(archive.zip, file.entry, HEAD);
  const isZip = head.subarray(0, 2).toString('latin1') === 'PK';
  const content = isZip
    ? await unpacked(archive, file, (path, size) =>
        checks.zip(path, size, archive.depth + 1, archive.budget),
      )
    : await checks.head(head);
  if (!kind.content.includes(content)) {
    throw refusal('archive_unsafe', 'entry_mismatch', { entry: file.name.slice(0, 120) });
  }
}

async function unpacked<T>(
  { zip, scratch, depth }: OpenArchive,
  { entry }: ZipEntry,
  work: (path: string, size: number) => Promise<T>,
): Promise<T> {
  const path = `${scratch}.part${String(depth)}`;
  try {
    try {
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
    } catch (error) {
      throw refusal('file_damaged', 'zip_unreadable', {}, error);
    }
    return await work(path, entry.uncompressedSize);
  } finally {
    await rm(path, { force: true });
  }
}
