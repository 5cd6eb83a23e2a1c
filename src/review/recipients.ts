import type { PayloadRequest, Where } from 'payload';
import { hanoiDate } from '../platform/clock';
import { presentOrAll, type Absence } from './absence';
import type { Role } from './states';

async function people(req: PayloadRequest, more: Where[]) {
  const found = await req.payload.find({
    collection: 'users',
    where: { and: [{ active: { not_equals: false } }, ...more] },
    select: { awayFrom: true, awayTo: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return found.docs as unknown as (Absence & { id: string })[];
}

/** Everybody who works for the supplying department, or only those with these roles. */
export async function departmentPeople(
  req: PayloadRequest,
  department: string,
  roles: Role[] = ['contributor', 'manager'],
): Promise<string[]> {
  const found = await people(req, [{ departments: { in: [department] } }, { role: { in: roles } }]);
  return found.map(({ id }) => id);
}

/** Everybody of the department that supplied a material. */
export async function supplierPeople(req: PayloadRequest, materialId: string): Promise<string[]> {
  const { department } = await req.payload.findByID({
    collection: 'materials',
    id: materialId,
    select: { department: true },
    depth: 0,
    trash: true,
    overrideAccess: true,
    req,
  });
  return await departmentPeople(req, String(department));
}

/** The office's people with this role; those who are away are spared unless nobody else is left. */
export async function officePeople(req: PayloadRequest, role: Role): Promise<string[]> {
  const found = await people(req, [{ role: { equals: role } }]);
  return presentOrAll(found, hanoiDate()).map(({ id }) => id);
}
