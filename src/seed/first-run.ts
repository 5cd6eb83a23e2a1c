import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Payload } from 'payload';
import { getEnv } from '../platform/env';
import { newPassword } from './passwords';
import { seedDemo, type SignIn } from './demo';

const ADMINISTRATOR = 'quantri@hoclieu.example.vn';

async function createAdministrator(payload: Payload): Promise<SignIn> {
  const password = newPassword();
  await payload.create({
    collection: 'users',
    data: {
      email: ADMINISTRATOR,
      name: 'Quản trị viên',
      role: 'administrator',
      active: true,
      password,
    },
    depth: 0,
  });
  return { email: ADMINISTRATOR, password, name: 'Quản trị viên', role: 'administrator' };
}

function tell(signIns: SignIn[], file: string): void {
  const lines = signIns.map(
    ({ email, password, role, name, departments }) =>
      `${email.padEnd(36)} ${password.padEnd(20)} ${role.padEnd(14)} ${name}${departments?.length ? ` (${departments.join(', ')})` : ''}`,
  );
  writeFileSync(
    file,
    `${['Thông tin đăng nhập lần đầu / first sign-ins. Đổi mật khẩu rồi xóa tệp này.', '', ...lines].join('\n')}\n`,
    { mode: 0o600 },
  );
  const hint = signIns.length > 1 ? 'Begin as an officer (tuan.le) and as an editor (ha.do). ' : '';
  process.stdout.write(
    `\nSign-ins: e-mail, password, role, name\n\n${lines.join('\n')}\n\n${hint}These sign-ins are shown once; they are also in ${file}\n`,
  );
}

/**
 * The first administrator, and on a first run that is not production the demo set. Does nothing
 * when there is an administrator already.
 */
export async function firstRun({ payload, fresh }: { payload: Payload; fresh: boolean }): Promise<void> {
  const env = getEnv();
  const administrators = await payload.count({
    collection: 'users',
    where: { role: { equals: 'administrator' } },
  });
  if (administrators.totalDocs > 0) return;
  // Nobody may be created whose password cannot be told.
  mkdirSync(env.dataDir, { recursive: true });
  const signIns = [await createAdministrator(payload)];
  const demo = env.seedDemo ?? (fresh && !env.production);
  if (demo) signIns.push(...(await seedDemo(payload)));
  tell(signIns, path.join(env.dataDir, 'first-sign-in.txt'));
}
