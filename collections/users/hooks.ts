import type {
  CollectionAfterLoginHook,
  CollectionBeforeChangeHook,
  CollectionBeforeLoginHook,
  CollectionBeforeOperationHook,
} from 'payload';
import { recordEvent } from '../../src/audit/record-event';
import { AppError } from '../../src/platform/errors';
import { absenceFaults, type Absence } from '../../src/review/absence';
import { personOf } from '../../src/review/people';
import { successorOf } from '../../src/review/successor';
import { PROVED } from './change-password';

export const onlyActive: CollectionBeforeLoginHook = ({ user }) => {
  if ((user as { active?: boolean }).active === false) throw new AppError('forbidden');
  return user;
};

export const recordSignIn: CollectionAfterLoginHook = async ({ user, req }) => {
  if (req.context[PROVED]) return;
  const { id, name } = user as { id: string; name?: string };
  await recordEvent({ req, action: 'user.sign_in', subject: `users/${id}`, actor: { id, name } });
};

/** A write may name one of the two days only: the other is as it was. */
export const refuseReversedAbsence: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const { awayFrom, awayTo } = { ...(originalDoc as Absence | undefined), ...(data as Absence) };
  const errors = absenceFaults({ awayFrom, awayTo });
  if (errors.length > 0) throw new AppError('invalid_input', { errors });
  return data;
};

/** Membership of a department that went into another is membership of the other. */
export const followMergers: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!Array.isArray(data.departments)) return data;
  const departments = new Set<unknown>();
  for (const id of data.departments as unknown[]) {
    departments.add(typeof id === 'string' ? await successorOf(req.payload, id, req) : id);
  }
  return { ...data, departments: [...departments] };
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

/** Their own people change where they prove to know the old one; an administrator gives others a new one. */
export const proveOwnPassword: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const own = personOf(req.user)?.id === (originalDoc as { id?: string } | undefined)?.id;
  const changes = operation === 'update' && typeof data.password === 'string';
  if (changes && own && !req.context[PROVED]) {
    throw new AppError('invalid_input', {
      errors: [{ field: 'password', code: 'password_unproved' }],
    });
  }
  return data;
};

/** That it was changed and by whom; Payload has it forgotten before other hooks see the change. */
export const recordNewPassword: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && typeof data.password === 'string') {
    const { id } = originalDoc as { id: string };
    await recordEvent({ req, action: 'user.password', subject: `users/${id}` });
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

/** Somebody must be left who gives roles and passwords. */
export const keepAnAdministrator: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = originalDoc as { id?: string; role?: string; active?: boolean } | undefined;
  const was = operation === 'update' && before?.role === 'administrator' && before.active !== false;
  const stays = (data.role ?? 'administrator') === 'administrator' && data.active !== false;
  if (!was || stays) return data;
  const others = await req.payload.count({
    collection: 'users',
    where: {
      and: [
        { id: { not_equals: before.id } },
        { role: { equals: 'administrator' } },
        { active: { not_equals: false } },
      ],
    },
    req,
  });
  if (others.totalDocs === 0) {
    const field = data.active === false ? 'active' : 'role';
    throw new AppError('invalid_input', { errors: [{ field, code: 'last_administrator' }] });
  }
  return data;
};

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
