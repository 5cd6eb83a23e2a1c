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

function acknowledgedIn(rows: Row[], { identifier, seq }: Withdrawal): Acknowledged | null {
  const row = rows.find(
    (one) => one.seq >= seq && (!one.identifier || one.identifier === identifier),
  );
  return row ? { at: row.at, by: row.identifier ? 'identifier' : 'cursor' } : null;
}

/**
 * The portals that may hold what was withdrawn, and which of them have said that their copy is gone.
 * Who fetched what is not recorded: every active portal that could see a material is listed.
 */
export async function portalsOfWithdrawal(
  req: PayloadRequest,
  identifiers: string[],
): Promise<PortalOfWithdrawal[]> {
  const withdrawals = await withdrawalsOf(req, identifiers);
  if (withdrawals.length === 0) return [];
  const as = { pagination: false, overrideAccess: true } as const;
  const portals = await req.payload.find({
    ...{ collection: 'portals' as const, where: { active: { equals: true } } },
    ...{ ...as, sort: 'name', depth: 1 },
  });
  const said = await req.payload.find({ collection: 'acknowledgements', ...as, depth: 0 });
  const rows = said.docs as unknown as Row[];
  return portals.docs.flatMap(({ id, name, contact, licences }) => {
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
    return items.length === 0 ? [] : [{ id, name, contact: contact ?? null, items }];
  });
}
