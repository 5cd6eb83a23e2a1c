import type { Payload } from 'payload';
import { now } from '../platform/clock';
import { inTransaction } from '../platform/database/transaction';
import { signals } from '../platform/signals';
import type { DepartmentRow, TermRow } from '../review/dossier';
import { codedDepartment, codedTerm } from './build-snapshot';
import type { Coded, Snapshot } from './read/snapshot';
import { announce, findPublication, projection, type PublicationRow } from './write-publication';

const PAGE = 50;
const FILTER: Record<string, string> = {
  types: 'type',
  subjects: 'subject',
  levels: 'level',
  audiences: 'audience',
  features: 'feature',
};

function relabelled(snapshot: Snapshot, field: string, fresh: Coded): Snapshot {
  const swap = (list: Coded[]) => list.map((entry) => (entry.code === fresh.code ? fresh : entry));
  switch (field) {
    case 'department':
      return { ...snapshot, department: fresh };
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
}

async function freshLabel(
  payload: Payload,
  kind: 'term' | 'department',
  id: string,
): Promise<{ field: string; coded: Coded }> {
  const row: unknown = await payload.findByID({
    collection: kind === 'term' ? 'terms' : 'departments',
    id,
    locale: 'all',
    depth: 0,
  });
  if (kind === 'department')
    return { field: 'department', coded: codedDepartment(row as DepartmentRow) };
  const term = row as TermRow;
  return { field: FILTER[term.scheme] ?? 'feature', coded: codedTerm(term) };
}

/**
 * Carries a new label into every publication that shows it: new ETag and a `labels` change, the
 * revision and its approval stay. Safe to run twice.
 */
export async function reprojectLabels(input: {
  payload: Payload;
  kind: 'term' | 'department';
  id: string;
}): Promise<number> {
  const { payload, kind, id } = input;
  const { field, coded } = await freshLabel(payload, kind, id);
  let changed = 0;
  for (let page = 1; ; page += 1) {
    const found = await payload.find({
      collection: 'publications',
      where: {
        and: [{ keys: { equals: `${field}:${coded.code}` } }, { status: { equals: 'live' } }],
      },
      sort: 'id',
      limit: PAGE,
      page,
      depth: 0,
    });
    for (const row of found.docs as unknown as PublicationRow[]) {
      const done = await inTransaction({ payload }, async (req) => {
        // Read again inside: a revision published meanwhile must not be undone.
        const current = await findPublication(req, row.identifier);
        if (current?.status !== 'live') return false;
        const snapshot = relabelled(current.snapshot, field, coded);
        if (JSON.stringify(snapshot) === JSON.stringify(current.snapshot)) return false;
        const at = now().toISOString();
        await payload.update({
          collection: 'publications',
          id: current.id,
          data: projection({ ...snapshot, modifiedAt: at }),
          depth: 0,
          req,
        });
        await announce(req, {
          type: 'labels',
          identifier: current.identifier,
          revision: current.revision,
          at,
        });
        return true;
      });
      if (done) changed += 1;
    }
    if (!found.hasNextPage) break;
  }
  if (changed > 0) signals().emit('publication');
  return changed;
}
