import type { PayloadRequest } from 'payload';
import type { PublicationRow } from '../write-publication';

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
  publication: PublicationRow & { access: string };
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
  return (found.docs as unknown as Withdrawal['publication'][]).flatMap((publication) => {
    const seq = seqs.get(publication.identifier);
    return seq === undefined ? [] : [{ identifier: publication.identifier, seq, publication }];
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

/**
 * The portals that may hold what was withdrawn, and which of them have said that their copy is gone.
 * Who fetched what is not recorded: every portal that can or could see a material is listed.
 */
export async function portalsOfWithdrawal(
  req: PayloadRequest,
  identifiers: string[],
): Promise<PortalOfWithdrawal[]> {
  const withdrawals = await withdrawalsOf(req, identifiers);
  if (withdrawals.length === 0) return [];
  const as = { pagination: false, overrideAccess: true } as const;
  const portals = await req.payload.find({ collection: 'portals', ...as, sort: 'name', depth: 1 });
  const rows = await saidOf(req, withdrawals);
  return portals.docs.flatMap(({ id, name, contact, active, licences }) => {
    const codes = (licences ?? []).map((one) => (typeof one === 'object' ? one.code : ''));
    const seen = withdrawals.filter(
      ({ publication: { access, snapshot } }) =>
        access === 'open' || codes.includes(snapshot.licence.code),
    );
    const own = rows.filter(({ portal }) => portal === id);
    const items = seen.map((one) => ({
      identifier: one.identifier,
      acknowledged: acknowledgedIn(own, one),
    }));
    return items.length === 0
      ? []
      : [{ id, name, contact: contact ?? null, closed: active !== true, items }];
  });
}
