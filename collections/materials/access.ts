import { personOf, worksIn } from '../../src/review/people';
import { byPerson, nobody, roles, type FullAccess } from '../shared/access';
import { visibleMaterials, writableMaterials } from '../shared/visible-materials';

export const materialAccess: FullAccess = {
  admin: nobody,
  // A boolean: a query returned here would mean "allowed".
  create: ({ req, data }) => {
    const person = personOf(req.user);
    if (!person || !(person.role === 'contributor' || person.role === 'manager')) return false;
    const department = (data as { department?: unknown } | undefined)?.department;
    return department === undefined || department === null
      ? person.departments.length > 0
      : worksIn(person, String(department));
  },
  read: byPerson((person) => visibleMaterials(person)),
  update: byPerson((person) => writableMaterials(person)),
  // To the bin and back is an update; for good is only what was never submitted.
  delete: byPerson((person) => {
    const own = writableMaterials(person);
    if (typeof own === 'boolean') return own;
    return { and: [own, { identifier: { exists: false } }] };
  }),
  readVersions: byPerson((person) => {
    if (person.role === 'administrator') return true;
    if (person.role === 'auditor' || person.role === 'editor') return false;
    return person.departments.length === 0
      ? false
      : { 'version.department': { in: person.departments } };
  }),
  unlock: roles('administrator'),
};
