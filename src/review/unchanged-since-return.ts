import { contentHash, contentProjection, type ContentProjection } from './content-hash';
import type { Dossier } from './dossier';

/** To take the commitments away and give them again mends nothing. */
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
