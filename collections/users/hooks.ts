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

const SHORTEST_PASSWORD = 10;

export const refuseShortPassword: CollectionBeforeChangeHook = ({ data, req }) => {
  const { password } = data as { password?: unknown };
  if (typeof password === 'string' && personOf(req.user) && password.length < SHORTEST_PASSWORD) {
    throw new AppError('invalid_input', {
      errors: [
        { field: 'password', code: 'password_too_short', params: { least: SHORTEST_PASSWORD } },
      ],
    });
  }
  return data;
};

/** The ids of a relation that holds many, whatever their order and depth. */
function sortedIds(value: unknown): string {
  return ((value ?? []) as (string | { id: string })[])
    .map((entry) => (typeof entry === 'object' ? entry.id : entry))
    .sort()
    .join();
}

/** A changed password, role, membership or standing ends every session: nobody keeps what was taken away. */
export const endSessions: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update') return data;
  const before = originalDoc as { role?: string; active?: boolean; departments?: unknown };
  const changed =
    typeof data.password === 'string' ||
    (data.role !== undefined && data.role !== before.role) ||
    (data.departments !== undefined &&
      sortedIds(data.departments) !== sortedIds(before.departments)) ||
    (data.active === false && before.active !== false);
  return changed ? { ...data, sessions: [] } : data;
};
