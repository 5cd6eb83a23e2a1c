import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { AppError } from '../../platform/errors';
import { refusal } from '../refuse';

export const MAX_ENTRIES = 10_000;
export const MAX_UNPACKED = 2 * 1024 ** 3;
export const MAX_RATIO = 100;
/** Small entries may be packed as well as they like: a page of spaces harms nobody. */
const RATIO_FROM = 1024 ** 2;
const TOTAL_RATIO_FROM = 10 * 1024 ** 2;

export interface ZipEntry {
  /** The path as written, NFC, `/` between its parts. */
  name: string;
  directory: boolean;
  entry: Entry;
}

/** What one upload may unpack to, over every archive within it. */
export interface UnpackBudget {
  entries: number;
  bytes: number;
}

export function newBudget(): UnpackBudget {
  return { entries: MAX_ENTRIES, bytes: MAX_UNPACKED };
}

function unsafe(reason: string, params: Record<string, unknown> = {}): AppError {
  return refusal('archive_unsafe', reason, params);
}

/**
 * Reads and judges the central directory before a single byte is unpacked; the caller closes `zip`.
 * What it promises about sizes is held to by yauzl while an entry is read.
 */
export async function readZipDirectory(
  path: string,
  size: number,
  budget: UnpackBudget,
): Promise<{ zip: ZipFile; entries: ZipEntry[] }> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { decodeStrings: false, autoClose: false });
  } catch (error) {
    throw refusal('file_damaged', 'zip_unreadable', {}, error);
  }
  try {
    if (zip.entryCount > budget.entries) throw unsafe('too_many_entries', { limit: MAX_ENTRIES });
    const entries: ZipEntry[] = [];
    for await (const entry of damagedIfUnreadable(zip)) {
      entries.push(checkEntry(entry, budget));
    }
    if (!entries.some(({ directory }) => !directory)) throw unsafe('archive_empty');
    checkTotals(entries, size);
    checkDuplicates(entries);
    checkOverlaps(entries, size);
    return { zip, entries };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* damagedIfUnreadable(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw refusal('file_damaged', 'zip_unreadable', {}, error);
  }
}

function checkEntry(entry: Entry, budget: UnpackBudget): ZipEntry {
  const name = getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    true,
  ).normalize('NFC');
  const shown = { entry: name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120) };
  if (isUnsafePath(name)) throw unsafe('entry_path', shown);
  // Bit 0 and 6: encryption; bit 13: encrypted directory; method 99: AES (APPNOTE 4.4.4, 4.4.5).
  if (entry.generalPurposeBitFlag & 0x2041 || entry.compressionMethod === 99) {
    throw unsafe('archive_encrypted');
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw unsafe('entry_method', shown);
  }
  const mode = entry.externalFileAttributes >>> 16;
  const type = mode & 0o170000;
  const isUnix = [3, 19].includes(entry.versionMadeBy >>> 8);
  if (type === 0o120000 || (isUnix && ![0, 0o100000, 0o040000].includes(type))) {
    throw unsafe('entry_link', shown);
  }
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > RATIO_FROM && uncompressedSize > compressedSize * MAX_RATIO) {
    throw unsafe('ratio', { ...shown, limit: MAX_RATIO });
  }
  budget.entries -= 1;
  budget.bytes -= uncompressedSize;
  if (budget.entries < 0) throw unsafe('too_many_entries', { limit: MAX_ENTRIES });
  if (budget.bytes < 0) throw unsafe('too_large_unpacked', { limit: MAX_UNPACKED / 1024 ** 3 });
  return { name, directory: name.endsWith('/'), entry };
}

function isUnsafePath(name: string): boolean {
  return (
    name === '' ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    /[\\\p{Cc}]/u.test(name) ||
    name.split('/').includes('..')
  );
}

function checkTotals(entries: ZipEntry[], size: number): void {
  const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (total > TOTAL_RATIO_FROM && total > size * MAX_RATIO) {
    throw unsafe('ratio', { entry: '*', limit: MAX_RATIO });
  }
}

/** Two names that one file system would write to one file. */
function checkDuplicates(entries: ZipEntry[]): void {
  const seen = new Map<string, boolean>();
  for (const { name, directory } of entries) {
    const key = name
      .toLowerCase()
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/');
    const before = seen.get(key);
    if (before !== undefined && !(before && directory)) {
      throw unsafe('entry_duplicate', { entry: name.slice(0, 120) });
    }
    seen.set(key, directory);
  }
}

/** Entries that share their bytes unpack to far more than the directory's sum lets one think. */
function checkOverlaps(entries: ZipEntry[], size: number): void {
  const spans = entries
    .map(({ entry, name }) => ({
      name,
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    }))
    .sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of spans) {
    if (span.start < end || span.end > size) {
      throw unsafe('entry_overlap', { entry: span.name.slice(0, 120) });
    }
    end = span.end;
  }
}
