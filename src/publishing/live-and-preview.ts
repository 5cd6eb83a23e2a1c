import type { Payload } from 'payload';
import { hanoiDate, now } from '../platform/clock';
import { getEnv } from '../platform/env';
import type { Dossier } from '../review/dossier';
import type { WorkbenchView } from '../review/view-models';
import { buildSnapshot } from './build-snapshot';
import type { PublicationRow } from './write-publication';

/** What the world sees today, and what it would see if the working copy were published now. */
export async function liveAndPreview(
  payload: Payload,
  dossier: Dossier,
): Promise<Pick<WorkbenchView, 'live' | 'preview'>> {
  const { identifier } = dossier.material;
  const found = identifier
    ? await payload.find({
        collection: 'publications',
        where: { identifier: { equals: identifier } },
        limit: 1,
        depth: 0,
        overrideAccess: true,
      })
    : undefined;
  const publication = found?.docs[0] as unknown as
    (PublicationRow & { withdrawnAt?: string | null }) | undefined;
  const at = now().toISOString();
  return {
    live: publication
      ? {
          status: publication.status,
          snapshot: publication.status === 'live' ? publication.snapshot : null,
          url: `${getEnv().publicUrl}/v1/materials/${publication.identifier}`,
          at: publication.withdrawnAt ?? publication.modifiedAt,
        }
      : null,
    preview:
      buildSnapshot({
        dossier,
        identifier: identifier ?? 'hl-…',
        revision: (publication?.revision ?? 0) + 1,
        publishedAt: publication?.publishedAt ?? at,
        modifiedAt: at,
        today: hanoiDate(),
      }) ?? null,
  };
}
