import type { PayloadRequest } from 'payload';
import { AppError } from '../../platform/errors';
import { personOf, type Person } from '../../review/people';
import type { Role } from '../../review/states';

const READERS: readonly Role[] = ['editor', 'auditor', 'administrator'];

export const readsTakedowns = (role: Role): boolean => READERS.includes(role);

/** Who complains, and how to reach them, is for these and for nobody else. Throws AppError. */
export function requireTakedownReader(req: PayloadRequest): Person {
  const person = personOf(req.user);
  if (!person) throw new AppError('not_signed_in');
  if (!readsTakedowns(person.role)) throw new AppError('forbidden');
  return person;
}
