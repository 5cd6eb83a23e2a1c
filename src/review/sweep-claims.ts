import type { PayloadRequest } from 'payload';
import { hanoiDate } from '../platform/clock';
import { eachPiece, type Sweep } from '../platform/sweep/sweep';
import clock from './data/clock.json';
import { releaseAsSystem } from './release-as-system';
import { whyReturned, type Holder } from './why-returned';

interface Claimed {
  id: string;
  holder?: string | null;
  stepSince?: string | null;
  updatedAt: string;
}

/** When one of the records of rights was last edited: that leaves the material's own row as it was. */
async function rightsEdited(req: PayloadRequest, material: string): Promise<string | undefined> {
  const found = await req.payload.find({
    collection: 'rights-records',
    where: { material: { equals: material } },
    select: { updatedAt: true },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    req,
  });
  return found.docs[0]?.updatedAt;
}

/** What an editor holds who is away, has left, or has not touched it for long, is anybody's again. */
export async function sweepClaims(sweep: Sweep): Promise<void> {
  const { payload } = sweep;
  const today = hanoiDate();
  const where = { state: { equals: 'in_review' } };
  const found = await payload.find({
    collection: 'materials',
    where,
    select: { holder: true, stepSince: true, updatedAt: true },
    pagination: false,
    depth: 0,
  });
  await eachPiece(sweep, 'a claim', found.docs as unknown as Claimed[], async (req, { id }) => {
    const row = (await payload.findByID({
      collection: 'materials',
      id,
      depth: 0,
      disableErrors: true,
      req,
    })) as unknown as (Claimed & { state: string }) | null;
    if (row?.state !== 'in_review' || !row.holder) return false;
    const holder = (await payload.findByID({
      collection: 'users',
      id: row.holder,
      depth: 0,
      disableErrors: true,
      req,
    })) as unknown as Holder | null;
    const touched = { ...row, rightsEdited: await rightsEdited(req, id) };
    const cause = whyReturned(touched, holder, today);
    const days = clock.untouchedDays;
    return cause ? await releaseAsSystem(req, { materialId: id, cause, days }) : false;
  });
}
