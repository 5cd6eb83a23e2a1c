import { AppError } from '../platform/errors';
import type { IntakeGuards } from '../intake/guards';
import { attachEvidence, attachFile } from '../review/attach';
import { writableMaterial, writableRights } from '../review/content-lock';
import { personOf } from '../review/people';

/** The review room's rules as intake asks for them. */
export const intakeGuards: IntakeGuards = {
  async fileTarget({ payload, user, req, materialId }) {
    if (materialId) return await writableMaterial({ payload, user, req, materialId });
    const person = personOf(user);
    if (!person) throw new AppError('not_signed_in');
    const [departmentId, ...others] = person.departments;
    const supplies = person.role === 'contributor' || person.role === 'manager';
    if (!supplies || !departmentId) throw new AppError('forbidden');
    if (others.length > 0) {
      throw new AppError('invalid_input', {
        errors: [{ field: 'department', code: 'department_required' }],
      });
    }
    return { departmentId };
  },
  async evidenceTarget({ payload, user, req, rightsId }) {
    return await writableRights({ payload, user, req, rightsId });
  },
  attachFile,
  attachEvidence,
  async mayRead({ payload, user, req, collection, id }) {
    const found = await payload.find({
      collection,
      where: { id: { equals: id } },
      limit: 1,
      depth: 0,
      overrideAccess: false,
      user,
      req,
    });
    const document = found.docs[0];
    if (!document) throw new AppError('not_found');
    return document as unknown as Record<string, unknown>;
  },
};
