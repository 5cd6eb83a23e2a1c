import type { PayloadRequest } from 'payload';
import type { Sweep } from '../../platform/sweep/sweep';

/** A live publication with the days it has to keep. */
export interface LiveRow {
  id: string;
  material: string;
  revision: number;
  status: 'live' | 'withdrawn';
  termEnds?: string | null;
  termOf?: string | null;
  reviewOn?: string | null;
}

type Day = 'termEnds' | 'reviewOn';
const FIELDS = {
  material: true,
  revision: true,
  status: true,
  termEnds: true,
  termOf: true,
  reviewOn: true,
} as const;

/** Live publications whose day comes at `until` or before, the earliest first. */
export async function livePublications(
  { payload }: Sweep,
  day: Day,
  until: string,
): Promise<LiveRow[]> {
  const found = await payload.find({
    collection: 'publications',
    where: { and: [{ status: { equals: 'live' } }, { [day]: { less_than_equal: until } }] },
    select: FIELDS,
    sort: day,
    pagination: false,
    depth: 0,
  });
  return found.docs as unknown as LiveRow[];
}

/** The same row as it is in this transaction; undefined when it was withdrawn or published anew since. */
export async function stillLive(
  req: PayloadRequest,
  { id, revision }: LiveRow,
): Promise<LiveRow | undefined> {
  const row = (await req.payload.findByID({
    collection: 'publications',
    id,
    select: FIELDS,
    depth: 0,
    disableErrors: true,
    req,
  })) as unknown as LiveRow | null;
  return row?.status === 'live' && row.revision === revision ? row : undefined;
}
