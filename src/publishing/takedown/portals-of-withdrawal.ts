import type { PayloadRequest } from 'payload';
import { licencesEver, reachOf, type Reach } from './who-could-see';

/** Of one portal and one withdrawn material: when and how it said that its copy is gone. */
export interface Acknowledged {
  at: string;
  /** By the number of the feed it has followed to, or by naming this very material. */
  by: 'cursor' | 'identifier';
}

export interface PortalOfWithdrawal {
  id: string;
  name: string;
  contact: string | null;
  /** Its key opens nothing any more, but a copy fetched before may be there. */
  closed: boolean;
  items: { identifier: string; acknowledged: Acknowledged | null }[];
}

interface Withdrawal {
  identifier: string;
  /** The number of its newest withdrawal in the feed. */
  seq: number;
  reach: Reach;
}

interface Row {
  portal: string;
  identifier?: string | null;
  seq: number;
  at: string;
}

/** The withdrawals that stand: what is live again, portals may hold. */
async function withdrawalsOf(req: PayloadRequest, identifiers: string[]): Promise<Withdrawal[]> {
  const found = await req.payload.find({
    collection: 'publications',
    where: { and: [{ identifier: { in: identifiers } }, { status: { equals: 'withdrawn' } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const changes = await req.payload.find({
    collection: 'changes',
    where: { and: [{ identifier: { in: identifiers } }, { type: { equals: 'withdrawn' } }] },
    sort: 'seq',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  // The later one of a material replaces the earlier.
  const seqs = new Map(changes.docs.map(({ identifier, seq }) => [identifier, seq]));
  const reaches = await reachOf(req, [...seqs.keys()]);
  return found.docs.flatMap(({ identifier }) => {
    const [seq, reach] = [seqs.get(identifier), reaches.get(identifier)];
    return seq === undefined || !reach ? [] : [{ identifier, seq, reach }];
  });
}

/** What portals said of these materials, or of the feed as a whole. */
async function saidOf(req: PayloadRequest, withdrawals: Withdrawal[]): Promise<Row[]> {
  const named = { identifier: { in: withdrawals.map(({ identifier }) => identifier) } };
  const found = await req.payload.find({
    collection: 'acknowledgements',
    where: { or: [named, { identifier: { exists: false } }] },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return found.docs as unknown as Row[];
}

function acknowledgedIn(rows: Row[], { identifier, seq }: Withdrawal): Acknowledged | null {
  const row = rows.find(
    (one) => one.seq >= seq && (!one.identifier || one.identifier === identifier),
  );
  return row ? { at: row.at, by: row.identifier ? 'identifier' : 'cursor' } : null;
}

/** By its licences, or by its own word: who said that a copy is gone may have had one. */
const mayHold = ({ identifier, reach }: Withdrawal, codes: Set<string>, own: Row[]): boolean =>
  reach.open ||
  [...reach.licences].some((code) => codes.has(code)) ||
  own.some((row) => row.identifier === identifier);

/**
 * The portals that may hold what was withdrawn, and which of them have said that their copy is gone.
 * Who fetched what is not recorded: every portal that can or could see a material, in any of its
 * revisions and with any licence it ever had, is listed.
 */
export async function portalsOfWithdrawal(
  req: PayloadRequest,
  identifiers: string[],
): Promise<PortalOfWithdrawal[]> {
  const withdrawals = await withdrawalsOf(req, identifiers);
  if (withdrawals.length === 0) return [];
  const as = { pagination: false, overrideAccess: true, depth: 0 } as const;
  const portals = await req.payload.find({ collection: 'portals', ...as, sort: 'name' });
  const ever = await licencesEver(
    req,
    portals.docs.map(({ id, licences }) => ({ id, licences: (licences ?? []).map(String) })),
  );
  const rows = await saidOf(req, withdrawals);
  return portals.docs.flatMap(({ id, name, contact, active }) => {
    const own = rows.filter(({ portal }) => portal === id);
    const codes = ever.get(id) ?? new Set();
    const items = withdrawals
      .filter((one) => mayHold(one, codes, own))
      .map((one) => ({ identifier: one.identifier, acknowledged: acknowledgedIn(own, one) }));
    return items.length === 0
      ? []
      : [{ id, name, contact: contact ?? null, closed: active !== true, items }];
  });
}
