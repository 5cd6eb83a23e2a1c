/** Who may change the content of a material now; asked by hooks and by intake before any byte. */
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { holdDocument } from '../platform/database/hold-document';
import { AppError } from '../platform/errors';
import { personOf } from './people';

export interface Target {
  materialId: string;
  departmentId: string;
}

interface Scope {
  payload: Payload;
  user: TypedUser;
  req?: PayloadRequest;
}

/**
 * The material if this person may change its content now. Throws `not_found` when they may not see
 * it, `content_locked` when they see it but its state or holder forbids.
 */
export async function writableMaterial(scope: Scope & { materialId: string }): Promise<Target> {
  const { payload, user, req, materialId } = scope;
  if (!personOf(user)) throw new AppError('not_signed_in');
  const seen = await payload.find({
    collection: 'materials',
    where: { id: { equals: materialId } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  });
  const material = seen.docs[0] as unknown as
    { id: string; department: string; state: string } | undefined;
  if (!material) throw new AppError('not_found');
  const rule = await updateRule(payload, user);
  const allowed =
    rule === true ||
    (rule !== false &&
      (
        await payload.count({
          collection: 'materials',
          where: { and: [{ id: { equals: materialId } }, rule] },
          req,
        })
      ).totalDocs === 1);
  if (!allowed) throw new AppError('content_locked', { params: { state: material.state } });
  // Its state must still be this one when the part is committed: a submission waits or is first.
  if (req) await holdDocument(req, 'materials', material.id);
  return { materialId: material.id, departmentId: material.department };
}

/** The collection's own update rule, so that there is one place which says who may write. */
async function updateRule(payload: Payload, user: TypedUser) {
  const { update } = payload.collections.materials.config.access;
  return await update({ req: { user, payload } as PayloadRequest });
}

/** The same for the material that a rights record belongs to. */
export async function writableRights(scope: Scope & { rightsId: string }): Promise<Target> {
  const { payload, user, req, rightsId } = scope;
  const found = await payload.find({
    collection: 'rights-records',
    where: { id: { equals: rightsId } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  });
  const record = found.docs[0] as unknown as { material: string } | undefined;
  if (!record) throw new AppError('not_found');
  return await writableMaterial({ ...scope, materialId: record.material });
}
