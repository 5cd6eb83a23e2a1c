import type { Payload, PayloadRequest } from 'payload';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { signals } from '../platform/signals';
import type { DepartmentRow } from '../review/dossier';
import { successorOf } from '../review/successor';
import { codedDepartment } from './build-snapshot';
import { relabel } from './reproject';

const PAGE = 50;

interface Merger {
  payload: Payload;
  from: DepartmentRow;
  into: DepartmentRow;
  /** What did not move, and why; the rest does not wait for it. */
  failures: unknown[];
}

async function departmentOf(payload: Payload, id: string) {
  return (await payload.findByID({
    collection: 'departments',
    id,
    locale: 'all',
    depth: 0,
  })) as unknown as DepartmentRow & { mergedInto?: string | null };
}

type Followers = 'users' | 'materials' | 'files' | 'evidence';

/**
 * Does `work` for each row that still belongs to the old department, a transaction each. One that
 * fails holds up no other; it is kept among the failures.
 */
async function eachOf(
  { payload, from, failures }: Merger,
  collection: Followers,
  work: (req: PayloadRequest, id: string) => Promise<unknown>,
): Promise<number> {
  const field = collection === 'users' ? 'departments' : 'department';
  const failed = new Set<string>();
  let done = 0;
  for (;;) {
    const found = await payload.find({
      collection,
      where: { and: [{ [field]: { equals: from.id } }, { id: { not_in: [...failed] } }] },
      limit: PAGE,
      depth: 0,
      trash: true,
    });
    for (const { id } of found.docs) {
      try {
        await inTransaction({ payload }, (req) => work(req, String(id)));
        done += 1;
      } catch (error) {
        failed.add(String(id));
        failures.push(error);
      }
    }
    if (found.docs.length === 0) return done;
  }
}

async function movePerson({ from, into }: Merger, req: PayloadRequest, id: string): Promise<void> {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, req });
  const departments = ((user.departments ?? []) as string[]).map((one) =>
    one === from.id ? into.id : one,
  );
  await req.payload.update({
    collection: 'users',
    id,
    data: { departments: [...new Set(departments)] },
    depth: 0,
    req,
  });
}

/** The identifier, the state and the approval stay; what the world reads names the new department. */
async function moveMaterial(merger: Merger, req: PayloadRequest, id: string): Promise<void> {
  const { from, into } = merger;
  const row = await req.payload.findByID({
    collection: 'materials',
    id,
    depth: 0,
    trash: true,
    req,
  });
  await req.payload.update({
    collection: 'materials',
    id,
    data: { department: into.id, suppliedAs: row.suppliedAs ?? from.code },
    depth: 0,
    trash: true,
    req,
  });
  await recordEvent({
    req,
    action: 'material.move',
    subject: `materials/${id}`,
    detail: { from: from.code, to: into.code },
  });
  if (!row.identifier) return;
  const department = codedDepartment(into);
  await relabel(req, row.identifier, (snapshot) => ({ ...snapshot, department }));
}

/**
 * Everything of a department that went into another follows it: people, materials, files, papers.
 * Safe to run twice, and to be cut off in between: it goes on with what is still left behind.
 *
 * @returns how many materials moved
 */
export async function mergeDepartment(input: { payload: Payload; id: string }): Promise<number> {
  const { payload, id } = input;
  const from = await departmentOf(payload, id);
  if (!from.mergedInto) return 0;
  const failures: unknown[] = [];
  const merger: Merger = {
    payload,
    from,
    failures,
    into: await departmentOf(payload, await successorOf(payload, id)),
  };
  const data = { department: merger.into.id };
  const carry = (collection: 'files' | 'evidence') =>
    eachOf(merger, collection, (req, one) =>
      req.payload.update({ collection, id: one, data, depth: 0, req }),
    );
  await eachOf(merger, 'users', (req, user) => movePerson(merger, req, user));
  const moved = await eachOf(merger, 'materials', (req, one) => moveMaterial(merger, req, one));
  await carry('files');
  await carry('evidence');
  if (moved > 0) signals().emit('publication');
  if (failures.length > 0)
    throw new AggregateError(failures, `${String(failures.length)} of ${from.code} did not move`);
  return moved;
}
