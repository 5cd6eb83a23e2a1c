import type { Access, CollectionConfig, Where } from 'payload';
import { personOf, type Person } from '../../src/review/people';
import type { Role } from '../../src/review/states';

/** Every operation must be said: what is omitted would be open to any signed-in user. */
export type FullAccess = Required<
  Pick<
    NonNullable<CollectionConfig['access']>,
    'admin' | 'create' | 'read' | 'update' | 'delete' | 'readVersions' | 'unlock'
  >
>;

export const nobody = () => false;

export function roles(...allowed: Role[]): Access<never> & (() => boolean) {
  return ((args: { req: { user: unknown } }) => {
    const person = personOf(args.req.user);
    return person !== undefined && allowed.includes(person.role);
  }) as never;
}

export const anyStaff = roles('contributor', 'manager', 'editor', 'auditor', 'administrator');

export function byPerson(rule: (person: Person) => boolean | Where): Access {
  return ({ req }) => {
    const person = personOf(req.user);
    return person ? rule(person) : false;
  };
}

/** For rows that only the system writes and nobody reads through Payload's API. */
export const systemOnly: FullAccess = {
  admin: nobody,
  create: nobody,
  read: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
  unlock: nobody,
};
