import { text } from 'node:stream/consumers';
import { recordEvent } from '../audit/record-event';
import { inTransaction } from '../platform/database/transaction';
import { AppError, type FieldProblem } from '../platform/errors';
import { ROLES, type Role } from '../review/states';
import { newPassword } from '../seed/passwords';
import { withPayload } from './open';

const LEAST = 10;

async function passwordOf(
  values: Record<string, unknown>,
): Promise<{ password: string; generated: boolean }> {
  if (values['password-stdin'] !== true) return { password: newPassword(), generated: true };
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password.length < LEAST)
    refuse([{ field: '--password-stdin', code: `at least ${String(LEAST)} characters` }]);
  return { password, generated: false };
}

function refuse(errors: FieldProblem[]): void {
  if (errors.length > 0) throw new AppError('invalid_input', { errors });
}

export async function createUser(values: Record<string, unknown>): Promise<number> {
  const { email, name, role } = values as { email?: string; name?: string; role?: string };
  const codes = (values.department as string[] | undefined) ?? [];
  refuse([
    ...(email?.includes('@') ? [] : [{ field: '--email', code: 'an e-mail address is needed' }]),
    ...(name?.trim() ? [] : [{ field: '--name', code: 'a name is needed' }]),
    ...((ROLES as readonly string[]).includes(role ?? '')
      ? []
      : [{ field: '--role', code: `one of ${ROLES.join(', ')}` }]),
  ]);
  const { password, generated } = await passwordOf(values);
  return await withPayload(async (payload) => {
    const departments = await payload.find({
      collection: 'departments',
      where: { code: { in: codes.length > 0 ? codes : ['-'] } },
      depth: 0,
      pagination: false,
    });
    const unknown = codes.filter((code) => !departments.docs.some((row) => row.code === code));
    refuse(
      unknown.map((code) => ({
        field: '--department',
        code: `no department has the code ${code}`,
      })),
    );
    await inTransaction({ payload }, async (req) => {
      const user = await payload.create({
        collection: 'users',
        data: {
          email: email ?? '',
          name: (name ?? '').normalize('NFC'),
          role: role as Role,
          departments: departments.docs.map((row) => row.id),
          active: true,
          password,
        },
        depth: 0,
        req,
      });
      await recordEvent({
        req,
        action: 'user.create',
        subject: `users/${user.id}`,
        detail: { role },
      });
    });
    process.stdout.write(`Created ${email ?? ''} (${role ?? ''}).\n`);
    if (generated) process.stdout.write(`Password, shown once: ${password}\n`);
    return 0;
  });
}

export async function resetPassword(values: Record<string, unknown>): Promise<number> {
  const { email } = values as { email?: string };
  const { password, generated } = await passwordOf(values);
  return await withPayload(async (payload) => {
    const found = await payload.find({
      collection: 'users',
      where: { email: { equals: (email ?? '').toLowerCase() } },
      limit: 1,
      depth: 0,
    });
    const user = found.docs[0];
    if (!user)
      throw new AppError('not_found', {
        errors: [{ field: '--email', code: 'nobody signs in with it' }],
      });
    await inTransaction({ payload }, async (req) => {
      await payload.update({
        collection: 'users',
        id: user.id,
        data: { password, loginAttempts: 0, lockUntil: null },
        depth: 0,
        req,
      });
      await recordEvent({ req, action: 'user.reset_password', subject: `users/${user.id}` });
    });
    process.stdout.write(`New password set for ${user.email}; all sessions are ended.\n`);
    if (generated) process.stdout.write(`Password, shown once: ${password}\n`);
    return 0;
  });
}
