import type { Payload, PayloadRequest } from 'payload';
import { now } from '../platform/clock';
import { inTransaction } from '../platform/database/transaction';
import { signals } from '../platform/signals';
import type { DepartmentRow, LicenceRow, TermRow } from '../review/dossier';
import { codedDepartment, codedTerm } from './build-snapshot';
import type { Coded, Snapshot } from './read/snapshot';
import {
  announce,
  findPublication,
  orderIndexing,
  projection,
  type PublicationRow,
} from './write-publication';

const PAGE = 50;
const FILTER: Record<string, string> = {
  types: 'type',
  subjects: 'subject',
  levels: 'level',
  audiences: 'audience',
  features: 'feature',
};

export const LABELLED = ['term', 'department', 'licence'] as const;
export type Labelled = (typeof LABELLED)[number];

/** Which publications show a label, and what they say once it has changed. */
interface Relabelling {
  key: string;
  apply: (snapshot: Snapshot) => Snapshot;
}

function ofTerm(term: TermRow): Relabelling {
  const fresh = codedTerm(term);
  const filter = FILTER[term.scheme] ?? 'feature';
  const swap = (list: Coded[]) => list.map((entry) => (entry.code === fresh.code ? fresh : entry));
  const apply = (snapshot: Snapshot): Snapshot => {
    switch (filter) {
      case 'type':
        return { ...snapshot, type: fresh };
      case 'subject':
        return { ...snapshot, subjects: swap(snapshot.subjects) };
      case 'level':
        return { ...snapshot, levels: swap(snapshot.levels) };
      case 'audience':
        return { ...snapshot, audiences: swap(snapshot.audiences) };
      default:
        return { ...snapshot, features: swap(snapshot.features) };
    }
  };
  return { key: `${filter}:${fresh.code}`, apply };
}

function ofDepartment(row: DepartmentRow): Relabelling {
  const department = codedDepartment(row);
  return {
    key: `department:${department.code}`,
    apply: (snapshot) => ({ ...snapshot, department }),
  };
}

/** Of a licence only this version: what was published under another keeps its words. */
function ofLicence({ code, version, label }: LicenceRow): Relabelling {
  return {
    key: `licence:${code}`,
    apply: (snapshot) =>
      snapshot.licence.version === version
        ? { ...snapshot, licence: { ...snapshot.licence, label: { ...label } } }
        : snapshot,
  };
}

async function relabelling(payload: Payload, kind: Labelled, id: string): Promise<Relabelling> {
  const row: unknown = await payload.findByID({
    collection: `${kind}s`,
    id,
    locale: 'all',
    depth: 0,
  });
  switch (kind) {
    case 'term':
      return ofTerm(row as TermRow);
    case 'department':
      return ofDepartment(row as DepartmentRow);
    case 'licence':
      return ofLicence(row as LicenceRow);
  }
}

/** Changes what a publication shows without a revision; whether the world sees something else now. */
export async function relabel(
  req: PayloadRequest,
  identifier: string,
  apply: Relabelling['apply'],
): Promise<boolean> {
  // Read again inside: a revision published meanwhile must not be undone.
  const current = await findPublication(req, identifier);
  if (!current) return false;
  const live = current.status === 'live';
  const snapshot = apply(current.snapshot);
  if (JSON.stringify(snapshot) === JSON.stringify(current.snapshot)) {
    // Alternative labels are in no snapshot, yet they find it.
    if (live) await orderIndexing(req, identifier);
    return false;
  }
  const at = now().toISOString();
  const fresh = projection(live ? { ...snapshot, modifiedAt: at } : snapshot);
  await req.payload.update({
    collection: 'publications',
    id: current.id,
    // What is withdrawn is told to nobody, but must not come back one day under its old names.
    data: live ? fresh : { ...fresh, modifiedAt: current.modifiedAt },
    depth: 0,
    req,
  });
  if (live) await announce(req, { type: 'labels', identifier, revision: current.revision, at });
  return live;
}

/**
 * Carries a new label into every publication that shows it: new ETag and a `labels` change, the
 * revision and its approval stay. Safe to run twice.
 */
export async function reprojectLabels(input: {
  payload: Payload;
  kind: Labelled;
  id: string;
}): Promise<number> {
  const { payload, kind, id } = input;
  const { key, apply } = await relabelling(payload, kind, id);
  let changed = 0;
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: 'publications',
      where: { keys: { equals: key } },
      sort: 'id',
      limit: PAGE,
      page,
      depth: 0,
    });
    for (const row of found.docs as unknown as PublicationRow[]) {
      const done = await inTransaction({ payload }, (req) => relabel(req, row.identifier, apply));
      if (done) changed += 1;
    }
    if (!found.hasNextPage) break;
  }
  if (changed > 0) signals().emit('publication');
  return changed;
}
