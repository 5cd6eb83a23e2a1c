import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PayloadRequest } from 'payload';
import { enqueue } from '../platform/outbox/enqueue';
import { titleKey } from '../platform/title-key';
import type { Snapshot } from './read/snapshot';

export type ChangeType = 'published' | 'updated' | 'labels' | 'withdrawn' | 'reinstated';

export interface PublicationRow {
  id: string;
  identifier: string;
  material: string;
  status: 'live' | 'withdrawn';
  withdrawReason?: string | null;
  revision: number;
  snapshot: Snapshot;
  publishedAt: string;
  modifiedAt: string;
}

export async function findPublication(
  req: PayloadRequest,
  identifier: string,
): Promise<PublicationRow | undefined> {
  const found = await req.payload.find({
    collection: 'publications',
    where: { identifier: { equals: identifier } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  return found.docs[0] as unknown as PublicationRow | undefined;
}

/** What lists filter by, and how a file is found: `subject:toan`, `file:…`. */
export function publicationKeys(snapshot: Snapshot): string[] {
  const codes = (name: string, list: { code: string }[]) =>
    list.map(({ code }) => `${name}:${code}`);
  return [
    ...codes('type', snapshot.type ? [snapshot.type] : []),
    ...codes('subject', snapshot.subjects),
    ...codes('level', snapshot.levels),
    ...codes('audience', snapshot.audiences),
    ...codes('feature', snapshot.features),
    ...codes('department', [snapshot.department]),
    ...codes('licence', [snapshot.licence]),
    ...snapshot.language.map((tag) => `language:${tag}`),
    ...[...new Set(snapshot.files.map((file) => `file:${file.id}`))],
  ];
}

/** The columns of `publications` that follow from a snapshot. */
export function projection(snapshot: Snapshot) {
  return {
    access: snapshot.access,
    revision: snapshot.revision,
    snapshot: snapshot as unknown as Record<string, unknown>,
    etag: createHash('sha256')
      .update(canonicalize(snapshot) ?? '')
      .digest('base64url')
      .slice(0, 22),
    title: titleKey(snapshot.title.vi),
    keys: publicationKeys(snapshot),
    publishedAt: snapshot.publishedAt,
    modifiedAt: snapshot.modifiedAt,
  };
}

/** The order to bring the index in line with the publication. */
export async function orderIndexing(req: PayloadRequest, identifier: string): Promise<void> {
  await enqueue({
    payload: req.payload,
    req,
    topic: 'search.sync',
    key: identifier,
    data: { identifier },
  });
}

/**
 * The row of the change feed and the order to index. The number is taken last in the transaction, so
 * that the order of numbers is the order of commits: nothing can appear behind a reader's cursor.
 */
export async function announce(
  req: PayloadRequest,
  change: { type: ChangeType; identifier: string; revision: number; at: string },
): Promise<void> {
  await orderIndexing(req, change.identifier);
  const found = await req.payload.find({
    collection: 'counters',
    where: { name: { equals: 'changes' } },
    limit: 1,
    depth: 0,
    req,
  });
  const counter = found.docs[0] as unknown as { id: string; value: number } | undefined;
  const seq = (counter?.value ?? 0) + 1;
  if (counter) {
    await req.payload.update({
      collection: 'counters',
      id: counter.id,
      data: { value: seq },
      depth: 0,
      req,
    });
  } else {
    await req.payload.create({
      collection: 'counters',
      data: { name: 'changes', value: seq },
      depth: 0,
      req,
    });
  }
  await req.payload.create({
    collection: 'changes',
    data: { ...change, seq },
    depth: 0,
    req,
  });
}
