import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../helpers/app';

describe('the session of a person', () => {
  let app: TestApp;
  let administrator: TypedUser;
  beforeAll(async () => {
    app = await startApp();
    administrator = await app.person('administrator');
  });
  afterAll(async () => await app.close());

  const patch = async (person: TypedUser, body: unknown) =>
    await app.rest(administrator, 'PATCH', `/api/users/${person.id}`, body);
  const homeOf = async (person: TypedUser) =>
    (await app.rest(person, 'GET', '/api/staff/home')).status;

  it('ends when a department is taken from them', async () => {
    const officer = await app.person('contributor', ['YT', 'VHTT']);
    expect(await homeOf(officer)).toBe(200);
    await patch(officer, { departments: [await app.departmentId('YT')] });
    expect(await homeOf(officer)).toBe(401);
  });

  it('ends with a new role and with a suspension', async () => {
    for (const change of [{ role: 'auditor' }, { active: false }]) {
      const editor = await app.person('editor');
      expect(await homeOf(editor)).toBe(200);
      await patch(editor, change);
      expect(await homeOf(editor), JSON.stringify(change)).toBe(401);
    }
  });

  it('stays when nothing is taken or given', async () => {
    const officer = await app.person('contributor', ['YT', 'VHTT']);
    await homeOf(officer);
    const departments = [await app.departmentId('VHTT'), await app.departmentId('YT')];
    await patch(officer, { name: 'Tên mới', departments });
    expect(await homeOf(officer)).toBe(200);
  });
});
