import type { Role } from './states';

/** What the rules know about a person; read anew on each request, never from the token. */
export interface Person {
  id: string;
  name?: string | null;
  role: Role;
  /** Ids of the departments the person belongs to. */
  departments: string[];
}

interface UserLike {
  id: string | number;
  role?: string | null;
  name?: string | null;
  active?: boolean | null;
  departments?: (string | { id: string | number })[] | null;
}

/** A signed-in user as a {@link Person}; undefined for nobody, a stranger or a suspended account. */
export function personOf(user: unknown): Person | undefined {
  if (!user || typeof user !== 'object') return undefined;
  const known = user as UserLike;
  if (!known.role || known.active === false) return undefined;
  return {
    id: String(known.id),
    name: known.name ?? null,
    role: known.role as Role,
    departments: (known.departments ?? []).map((entry) =>
      String(typeof entry === 'object' ? entry.id : entry),
    ),
  };
}

/** Who decides on what was submitted, and on notices of infringement. */
export const decides = (role: string | null | undefined): boolean =>
  role === 'editor' || role === 'administrator';

export function worksIn(person: Person, departmentId: string | undefined): boolean {
  return (
    (person.role === 'contributor' || person.role === 'manager') &&
    departmentId !== undefined &&
    person.departments.includes(departmentId)
  );
}

/**
 * The repository itself, when a day in law or the review clock decides and no person does. Only the
 * worker acts in this name; nobody signs in with it.
 */
export const SYSTEM: Person = { id: 'system', name: null, role: 'administrator', departments: [] };

/** Who stands as the actor of a decision; nobody when the repository decided. */
export function actorOf(person: Person): string | null {
  return person === SYSTEM ? null : person.id;
}
