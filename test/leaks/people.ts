import type { TypedUser } from 'payload';
import type { Role } from '../../src/review/states';
import type { TestApp } from '../helpers/app';

/** The department whose materials the matrix plants. */
export const DEPARTMENT = 'NNMT';

export const ACTORS = [
  'anonymous',
  'signed_out',
  'nowhere',
  'other',
  'own',
  'two_departments',
  'manager',
  'other_manager',
  'editor',
  'auditor',
  'administrator',
] as const;
export type Actor = (typeof ACTORS)[number];
export type People = Record<Actor, TypedUser | null>;

/** The department's own people, and who sees every working copy. */
export const OWN: readonly Actor[] = ['own', 'two_departments', 'manager', 'administrator'];
/** Who sees what has reached the editors. */
export const OFFICE: readonly Actor[] = ['editor', 'auditor'];
/** Who is answered as a stranger is. */
export const STRANGERS: readonly Actor[] = ['anonymous', 'signed_out'];

export async function gather(app: TestApp): Promise<People> {
  const person = (role: Role, departments: string[] = []) => app.person(role, departments);
  return {
    anonymous: null,
    signed_out: await removed(app),
    nowhere: await person('contributor'),
    other: await person('contributor', ['TP']),
    own: await person('contributor', [DEPARTMENT]),
    two_departments: await person('contributor', [DEPARTMENT, 'XD']),
    manager: await person('manager', [DEPARTMENT]),
    other_manager: await person('manager', ['TP']),
    editor: await person('editor'),
    auditor: await person('auditor'),
    administrator: await person('administrator'),
  };
}

/** Was of the department, has left it, and still holds the token of before. */
async function removed(app: TestApp): Promise<TypedUser> {
  const person = await app.person('contributor', [DEPARTMENT]);
  await app.token(person);
  await app.payload.update({
    collection: 'users',
    id: person.id,
    data: { departments: [] },
    depth: 0,
  });
  return person;
}
