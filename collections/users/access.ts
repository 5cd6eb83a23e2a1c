import type { FieldAccess } from 'payload';
import { personOf } from '../../src/review/people';
import { byPerson } from '../shared/access';

export const selfOrAdministrator = byPerson((person) =>
  person.role === 'administrator' ? true : { id: { equals: person.id } },
);

const administrator: FieldAccess = ({ req }) => personOf(req.user)?.role === 'administrator';

/** Role, memberships and standing are given, never taken; only an administrator makes an account. */
export const fieldOfAdministrator = { update: administrator };
