import type { PayloadRequest } from 'payload';
import { eachPiece, type Sweep } from '../../platform/sweep/sweep';
import { publicationDays } from '../../rights/publication-days';
import type { RightsRecord } from '../../rights/types';

interface Undated {
  id: string;
  identifier: string;
  revision: number;
}

const PAGE = 200;

/** The content as it was approved for the revision that the world reads. */
async function approvedContent(req: PayloadRequest, { identifier, revision }: Undated) {
  const found = await req.payload.find({
    collection: 'publication-revisions',
    where: { and: [{ identifier: { equals: identifier } }, { revision: { equals: revision } }] },
    limit: 1,
    depth: 1,
    overrideAccess: true,
    req,
  });
  const { approval } = (found.docs[0] ?? {}) as { approval?: { content?: unknown } };
  return (approval?.content ?? {}) as { rights?: RightsRecord; components?: RightsRecord[] };
}

async function date(req: PayloadRequest, row: Undated): Promise<boolean> {
  await req.payload.update({
    collection: 'publications',
    id: row.id,
    data: {
      ...publicationDays(await approvedContent(req, row)),
      datedRevision: row.revision,
    },
    depth: 0,
    req,
  });
  return true;
}

/** What was published before its days were kept beside it gets them from its approval, once. */
export async function datePublications(sweep: Sweep): Promise<void> {
  for (;;) {
    const found = await sweep.payload.find({
      collection: 'publications',
      where: { datedRevision: { exists: false } },
      select: { identifier: true, revision: true },
      limit: PAGE,
      depth: 0,
    });
    const before = sweep.done;
    await eachPiece(sweep, 'days of a publication', found.docs as unknown as Undated[], date);
    if (sweep.done === before || found.docs.length < PAGE) return;
  }
}
