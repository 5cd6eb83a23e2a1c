import type { PayloadRequest } from 'payload';
import { recordEvent } from '../audit/record-event';
import { orderNotices } from './notice';
import { departmentPeople } from './recipients';

/** The trail and the people of both departments: who goes where, and how many. */
export async function tellOfMerger(
  req: PayloadRequest,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const { payload } = req;
  const users = await payload.count({
    collection: 'users',
    where: { departments: { in: [from] } },
    req,
  });
  const materials = await payload.count({
    collection: 'materials',
    where: { department: { equals: from } },
    trash: true,
    req,
  });
  const merger = { from, into, people: users.totalDocs, materials: materials.totalDocs };
  await recordEvent({
    req,
    action: 'department.merge',
    subject: `departments/${from}`,
    detail: merger,
  });
  await orderNotices(req, {
    kind: 'department_merged',
    to: [...(await departmentPeople(req, from)), ...(await departmentPeople(req, into))],
    by: req.user?.id ?? null,
    data: { merger },
  });
}
