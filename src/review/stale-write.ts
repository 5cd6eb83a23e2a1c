import type { PayloadRequest } from 'payload';
import { AppError } from '../platform/errors';

interface Stored {
  id: string;
  updatedAt?: unknown;
  lastEditedBy?: unknown;
}

/**
 * Refuses a write whose `If-Match` names an older version than the stored one (RFC 9110 § 13.1.1):
 * 409 with the stored document and who saved it, so that a person can compare. A write without the
 * header is not checked.
 */
export async function refuseStale(input: {
  req: PayloadRequest;
  collection: 'materials' | 'rights-records';
  stored: Stored;
}): Promise<void> {
  const { req, collection, stored } = input;
  const given = req.headers.get('if-match');
  if (!given || given === '*') return;
  const wanted = given.replace(/^W\//, '').replace(/^"|"$/g, '');
  if (wanted === stored.updatedAt) return;
  const editor = typeof stored.lastEditedBy === 'string' ? stored.lastEditedBy : undefined;
  const by = editor
    ? ((await req.payload.findByID({
        collection: 'users',
        id: editor,
        depth: 0,
        disableErrors: true,
        overrideAccess: true,
        req,
      })) as unknown as { id: string; name: string } | null)
    : null;
  const current = await req.payload.findByID({
    collection,
    id: stored.id,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    disableErrors: true,
    req,
  });
  throw new AppError('changed_meanwhile', {
    extra: { current, by: by ? { id: by.id, name: by.name } : null, updatedAt: stored.updatedAt },
  });
}
