import type { RelationshipField, Validate } from 'payload';
import { relationship } from 'payload/shared';
import { translate } from '../../src/i18n/translate';
import type { Role } from '../../src/review/states';

const OF_A_DEPARTMENT: Role[] = ['contributor', 'manager'];

/** Who supplies materials does so for a department; without one there is nothing they could do. */
export const membershipOfRole: Validate<
  unknown,
  { role?: Role; active?: boolean },
  unknown,
  RelationshipField
> = async (value, options) => {
  const base = await relationship(value as never, options as never);
  const { data, req } = options;
  const role = data.role ?? 'contributor';
  const none = !Array.isArray(value) || value.length === 0;
  // The command line and the seeds give an account first and its departments after.
  if (base !== true || !req.user || data.active === false || !none) return base;
  if (!OF_A_DEPARTMENT.includes(role)) return true;
  return translate(req.i18n.language === 'en' ? 'en' : 'vi', 'collections:departmentsNeeded');
};
