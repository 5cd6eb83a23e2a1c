import type { PayloadRequest } from 'payload';
import type { FieldProblem } from '../platform/errors';
import { contentHash, contentProjection, type ContentProjection } from './content-hash';
import type { Dossier } from './dossier';

/** The commitments are given anew each time: giving them again mends nothing. */
const apartFromCommitments = ({ declarations: _, ...content }: ContentProjection): string =>
  contentHash(content);

/** Whether a returned material still says what it said when it was returned. */
export function isUnchanged(
  { material, ...dossier }: Dossier,
  returned: ContentProjection | null | undefined,
): boolean {
  if (material.state !== 'returned' || !returned) return false;
  const now = contentProjection({ material, ...dossier });
  return apartFromCommitments(now) === apartFromCommitments(returned);
}

/** What was asked for is mended, or answered in words: nothing goes back as it came. */
export async function unanswered(
  req: PayloadRequest,
  dossier: Dossier,
  reply: string | undefined,
): Promise<FieldProblem[]> {
  if (dossier.material.state !== 'returned' || reply?.trim()) return [];
  const found = await req.payload.find({
    collection: 'reviews',
    where: {
      and: [{ material: { equals: dossier.material.id } }, { action: { equals: 'return' } }],
    },
    select: { content: true },
    sort: '-at',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const last = found.docs[0] as unknown as { content?: ContentProjection | null } | undefined;
  return isUnchanged(dossier, last?.content)
    ? [{ field: 'comment', code: 'unchanged_since_return' }]
    : [];
}

/**
 * Who hands it in again gives the department's word again. Written past the hooks of an edit: whoever
 * returns a material becomes no author of it.
 */
export async function takeBackCommitments(
  req: PayloadRequest,
  { material }: Dossier,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'materials',
    id: material.id,
    data: { declarations: { noStateSecret: false, consents: false } },
    req,
    returning: false,
  });
}
