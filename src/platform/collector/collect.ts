import type { Payload, PayloadRequest } from 'payload';
import { now } from '../clock';
import { inTransaction } from '../database/transaction';
import { holdObject } from '../storage/hold-object';
import type { Storage, StoredObject } from '../storage/port';
import { objectName, type ObjectName } from '../storage/object-name';

/** No upload takes so long between its bytes and its record. */
export const GRACE_MS = 24 * 3_600_000;
/** More than so many, and more than so large a part, is no litter: it is the wrong database. */
const FEW = 100;
const LARGE_PART = 0.2;
const PAGE = 200;

export interface CollectReport {
  /** Objects of ours in the storage. */
  objects: number;
  /** Those that no record names, older than the grace time. */
  orphans: number;
  bytes: number;
  removed: number;
  /** So much of the storage has no record that nothing was removed. */
  refused: boolean;
  /** The first of them. */
  examples: string[];
}

interface Found extends StoredObject, ObjectName {
  key: string;
}

export interface CollectInput {
  payload: Payload;
  storage: Storage;
  /** Objects that are younger are let be; only where nobody uploads may it be less than a day. */
  graceMs?: number;
  dryRun?: boolean;
  /** Also where a large part of the storage has no record. */
  force?: boolean;
}

/**
 * Removes objects that no record names: what uploads that broke off left behind, and what belonged
 * to drafts that were deleted for good. A derived object lives as long as a file of its content.
 */
export async function collectObjects(input: CollectInput): Promise<CollectReport> {
  const before = new Date(now().getTime() - (input.graceMs ?? GRACE_MS));
  const orphans: Found[] = [];
  let objects = 0;
  for await (const page of pagesOf(input.storage)) {
    objects += page.length;
    const old = page.filter(({ modified }) => modified < before);
    orphans.push(...(await withoutRecord(input.payload, old)));
  }
  const refused = !input.force && orphans.length > Math.max(FEW, objects * LARGE_PART);
  const report: CollectReport = {
    objects,
    orphans: orphans.length,
    bytes: orphans.reduce((sum, { size }) => sum + size, 0),
    removed: 0,
    refused,
    examples: orphans.slice(0, 20).map(({ key }) => key),
  };
  if (input.dryRun || refused) return report;
  for (const orphan of orphans) if (await remove(input, orphan, before)) report.removed += 1;
  return report;
}

async function* pagesOf(storage: Storage): AsyncGenerator<Found[]> {
  let page: Found[] = [];
  for (const prefix of ['content/', 'evidence/', 'derived/']) {
    for await (const object of storage.list(prefix)) {
      const name = objectName(object.key);
      if (name) page.push({ ...object, ...name });
      if (page.length < PAGE) continue;
      yield page;
      page = [];
    }
  }
  yield page;
}

async function withoutRecord(payload: Payload, objects: Found[]): Promise<Found[]> {
  const named = new Set<string>();
  for (const collection of ['files', 'evidence'] as const) {
    const own = objects.filter((object) => object.collection === collection);
    if (own.length === 0) continue;
    const { docs } = await payload.find({
      collection,
      where: { sha256: { in: [...new Set(own.map(({ sha256 }) => sha256))] } },
      select: { sha256: true },
      pagination: false,
      depth: 0,
    });
    for (const { sha256 } of docs) named.add(`${collection} ${sha256}`);
  }
  return objects.filter(({ collection, sha256 }) => !named.has(`${collection ?? ''} ${sha256}`));
}

/**
 * Looks once more while nobody can give the object a record: an upload of the same bytes that finds
 * an old object holds it too (src/intake/place-bytes.ts), and then stores it again if it came second.
 */
async function remove(
  { payload, storage }: CollectInput,
  { key, sha256, collection }: Found,
  before: Date,
): Promise<boolean> {
  return await inTransaction({ payload }, async (req) => {
    await holdObject(req, key);
    if (collection && (await isNamed(req, collection, sha256))) return false;
    const there = await storage.head(key);
    if (!there || there.modified >= before) return false;
    // Effects leave through the outbox, except here: bytes may go only while the hold stands. Looking
    // takes time, so the hold is taken again: a transaction that the server has ended says so now,
    // not at the commit. Done twice it removes nothing more.
    await holdObject(req, key);
    await storage.delete(key);
    return true;
  });
}

async function isNamed(
  req: PayloadRequest,
  collection: 'files' | 'evidence',
  sha256: string,
): Promise<boolean> {
  const where = { sha256: { equals: sha256 } };
  return (await req.payload.count({ collection, where, req })).totalDocs > 0;
}
