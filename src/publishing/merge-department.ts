import type { Payload, PayloadRequest } from 'payload';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { signals } from '../platform/signals';
import type { DepartmentRow } from '../review/dossier';
import { codedDepartment } from './build-snapshot';
import { relabel } from './reproject';

const PAGE = 50;

interface Merger {
  payload: Payload;
  from: DepartmentRow;
  into: DepartmentRow;
}

async function departmentOf(payload: Payload, id: string) {
  return (await payload.findByID({
    collection: 'departments',
    id,
    locale: 'all',
    depth: 0,
  })) as unknown as DepartmentRow & { mergedInto?: string | null };
}

/** Does `work` for each row that still belongs to the old department, a transaction each. */
async function eachOf(
  { payload, from }: Merger,
  collection: 'users' | 'materials' | 'files',
  work: (req: PayloadRequest, id: string) => Promise<void>,
): Promise<number> {
  const field = collection === 'users' ? 'departments' : 'department';
  let done = 0;
  for (;;) {
    const found = await payload.find({
      collection,
      where: { [field]: { equals: from.id } },
      limit: PAGE,
      depth: 0,
      trash: true,
    });
    if (found.docs.length === 0) return done;
    for (const { id } of found.docs)
      await inTransaction({ payload }, (req) => work(req, String(id)));
    done += found.docs.length;
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
 * Everything of a department that went into another follows it: people, materials, files. Safe to
 * run twice, and to be cut off in between: it goes on with what is still left behind.
 *
 * @returns how many materials moved
 */
export async function mergeDepartment(input: { payload: Payload; id: string }): Promise<number> {
  const { payload, id } = input;
  const from = await departmentOf(payload, id);
  if (!from.mergedInto) return 0;
  const merger: Merger = { payload, from, into: await departmentOf(payload, from.mergedInto) };
  await eachOf(merger, 'users', (req, user) => movePerson(merger, req, user));
  const moved = await eachOf(merger, 'materials', (req, one) => moveMaterial(merger, req, one));
  await eachOf(merger, 'files', async (req, file) => {
    const data = { department: merger.into.id };
    await req.payload.update({ collection: 'files', id: file, data, depth: 0, req });
  });
  if (moved > 0) signals().emit('publication');
  return moved;
}
