import type {
  CollectionBeforeChangeHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
} from 'payload';
import { AppError } from '../../src/platform/errors';
import { personOf } from '../../src/review/people';

export const onlyActive: CollectionBeforeLoginHook = ({ user }) => {
  if ((user as { active?: boolean }).active === false) throw new AppError('forbidden');
  return user;
};

/** Self-service reset is off: an administrator gives a new password (`cli reset-password`). */
export const noSelfServiceReset: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation === 'forgotPassword' || operation === 'resetPassword') {
    throw new AppError('forbidden');
  }
  return args as never;
};

/** Administrators give a first password; afterwards a password is changed by its owner or reset. */
export const ownPasswordOnly: CollectionBeforeChangeHook = ({ data, req }) => {
  const person = personOf(req.user);
  if (typeof data.password === 'string' && person && data.password.length < 10) {
    throw new AppError('invalid_input', {
      errors: [{ field: 'password', code: 'password_too_short', params: { least: 10 } }],
    });
  }
  return data;
};

/** A changed password, role or membership ends every session: nobody keeps what was taken away. */
export const endSessions: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data;
  const before = originalDoc as { role?: string; active?: boolean };
  const roleChanged = data.role !== undefined && data.role !== before.role;
  const suspended = data.active === false && before.active !== false;
  if (typeof data.password === 'string' || roleChanged || suspended) {
    return { ...data, sessions: [] };
  }
  return data;
};
