import type { PayloadRequest } from 'payload';
import { AppError } from '../../src/platform/errors';
import { countedTry } from '../../src/platform/sign-in/counted-try';
import { personOf } from '../../src/review/people';

/** Set while a person who proved to know the old password is given the new one. */
export const PROVED = 'passwordProved';

function given(req: PayloadRequest, field: 'current' | 'password'): string {
  const value = (req.data as Record<string, unknown> | undefined)?.[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new AppError('invalid_input', { errors: [{ field, code: 'password_missing' }] });
}

/** A wrong one counts like a wrong sign-in, so that a stolen session cannot try them all. */
async function prove(req: PayloadRequest, email: string, current: string): Promise<void> {
  const data = { email, password: current };
  const context = { [PROVED]: true };
  await countedTry(req, email, () =>
    req.payload.login({ collection: 'users', data, context }),
  ).catch((error: unknown) => {
    if ((error as { status?: number }).status !== 401) throw error;
    throw new AppError('invalid_input', {
      errors: [{ field: 'current', code: 'password_wrong' }],
    });
  });
}

/**
 * `POST /api/users/password` `{ current, password }`: a person changes their own password. Every
 * other session of theirs ends (Payload keeps the one that asks).
 */
export async function changePassword(req: PayloadRequest): Promise<{ changed: true }> {
  const { payload, user } = req;
  const person = personOf(user);
  if (!user || !person) throw new AppError('not_signed_in');
  const password = given(req, 'password');
  await prove(req, user.email, given(req, 'current'));
  await payload.update({
    collection: 'users',
    id: person.id,
    data: { password },
    depth: 0,
    overrideAccess: false,
    user,
    context: { [PROVED]: true },
  });
  return { changed: true };
}
