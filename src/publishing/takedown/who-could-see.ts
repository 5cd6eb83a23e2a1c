import type { PayloadRequest } from 'payload';
import type { Snapshot } from '../read/snapshot';

/** To whom a material was ever published, over all its revisions: everybody, or by which licences. */
export interface Reach {
  open: boolean;
  licences: Set<string>;
}

type Shown = Pick<Snapshot, 'access' | 'licence'>;

/** By identifier. A copy that was fetched while all might does not go away with the next revision. */
export async function reachOf(
  req: PayloadRequest,
  identifiers: string[],
): Promise<Map<string, Reach>> {
  const found = await req.payload.find({
    collection: 'publication-revisions',
    where: { identifier: { in: identifiers } },
    select: { identifier: true, snapshot: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  const reach = new Map<string, Reach>();
  for (const { identifier, snapshot } of found.docs) {
    const { access, licence } = snapshot as unknown as Shown;
    const own = reach.get(identifier) ?? { open: false, licences: new Set() };
    reach.set(identifier, {
      open: own.open || access === 'open',
      licences: own.licences.add(licence.code),
    });
  }
  return reach;
}

interface Change {
  from: unknown;
  to: unknown;
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The codes of what each portal may open, or might once: as it is now, and as the trail recorded it. */
export async function licencesEver(
  req: PayloadRequest,
  portals: { id: string; licences: string[] }[],
): Promise<Map<string, Set<string>>> {
  const as = { depth: 0, pagination: false, overrideAccess: true } as const;
  const { docs: licences } = await req.payload.find({ collection: 'licences', ...as });
  const codes = new Map(licences.map(({ id, code }) => [id, code]));
  const { docs: events } = await req.payload.find({
    collection: 'audit-events',
    where: { subject: { in: portals.map(({ id }) => `portals/${id}`) } },
    select: { subject: true, detail: true },
    ...as,
  });
  const ids = new Map(portals.map((one) => [one.id, [...one.licences]]));
  for (const { subject, detail } of events) {
    const change = (detail as { changed?: { licences?: Change } } | null)?.changed?.licences;
    ids.get(subject.slice('portals/'.length))?.push(...idsIn(change?.from), ...idsIn(change?.to));
  }
  const codesOf = (list: string[]) => new Set(list.flatMap((id) => codes.get(id) ?? []));
  return new Map([...ids].map(([portal, list]) => [portal, codesOf(list)]));
}
