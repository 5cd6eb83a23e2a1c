import type { Opened } from './transition';

/**
 * Where a material stands in the queue that goes back to it: since it came to the editors, by its
 * submission or by an approval taken back. To take it up and lay it down does not begin its wait anew.
 */
export async function waitingSince({ req, dossier }: Opened): Promise<{ stepSince?: string }> {
  const { id, stepSince } = dossier.material;
  const found = await req.payload.find({
    collection: 'reviews',
    where: {
      and: [{ material: { equals: id } }, { action: { in: ['submit', 'endorse', 'unapprove'] } }],
    },
    select: { at: true },
    sort: '-at',
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  });
  const since = found.docs[0]?.at ?? stepSince;
  return since ? { stepSince: since } : {};
}
