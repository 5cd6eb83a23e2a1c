import type { Where } from 'payload';
import type { Person } from '../../src/review/people';

/** Matches nothing; a plain `false` would turn a list into a 403. */
const nothing: Where = { id: { equals: 'none' } };

/** Before any date: `exists` through a relation is dropped by the MongoDB adapter, and then all match. */
const EVER = '1970-01-01T00:00:00.000Z';

/**
 * Which working copies a person may see, as a query on `materials` (`path` is '') or on a part whose
 * relation to its material is called `material` (`path` is 'material.').
 */
export function visibleMaterials(person: Person, path: '' | 'material.' = ''): boolean | Where {
  switch (person.role) {
    case 'administrator':
      return true;
    case 'contributor':
    case 'manager':
      return person.departments.length === 0
        ? nothing
        : { [`${path}department`]: { in: person.departments } };
    case 'editor':
    case 'auditor':
      // What has not reached the editors (drafts, waiting for endorsement) is the department's own.
      return { [`${path}submittedAt`]: { greater_than: EVER } };
  }
}

/** Which working copies a person may change now: the content lock of the workflow. */
export function writableMaterials(person: Person, path: '' | 'material.' = ''): boolean | Where {
  const open: Where = { [`${path}state`]: { in: ['draft', 'returned'] } };
  switch (person.role) {
    case 'contributor':
    case 'manager':
      return person.departments.length === 0
        ? false
        : { and: [{ [`${path}department`]: { in: person.departments } }, open] };
    case 'editor':
    case 'administrator':
      return {
        or: [
          {
            and: [
              { [`${path}state`]: { equals: 'in_review' } },
              { [`${path}holder`]: { equals: person.id } },
            ],
          },
          { and: [{ [`${path}revisedBy`]: { equals: person.id } }, open] },
        ],
      };
    case 'auditor':
      return false;
  }
}
