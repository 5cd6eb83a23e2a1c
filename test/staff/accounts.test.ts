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

  it('ends with a new department and with a new password, whoever gave it', async () => {
    const yt = await app.departmentId('YT');
    const vhtt = await app.departmentId('VHTT');
    const password = 'mot-mat-khau-moi-8';
    for (const change of [{ departments: [yt, vhtt] }, { password }]) {
      const officer = await app.person('contributor', ['YT']);
      expect(await homeOf(officer)).toBe(200);
      expect((await patch(officer, change)).status).toBe(200);
      expect(await homeOf(officer), JSON.stringify(change)).toBe(401);
    }
    const officer = await app.person('contributor', ['YT']);
    expect(await homeOf(officer)).toBe(200);
    // As `cli reset-password` does.
    await app.payload.update({ collection: 'users', id: officer.id, data: { password } });
    expect(await homeOf(officer)).toBe(401);
  });

  it('is not taken up again by the token of before', async () => {
    const editor = await app.person('editor');
    expect(await homeOf(editor)).toBe(200);
    await patch(editor, { active: false });
    await patch(editor, { active: true });
    const again = await app.rest(editor, 'POST', '/api/users/refresh-token', {});
    expect([401, 403]).toContain(again.status);
    const me = await app.rest(editor, 'GET', '/api/users/me');
    expect((me.body as { user: unknown }).user).toBeNull();
    expect(await homeOf(editor)).toBe(401);
  });

  it('stays when nothing is taken or given', async () => {
    const officer = await app.person('contributor', ['YT', 'VHTT']);
    await homeOf(officer);
    const departments = [await app.departmentId('VHTT'), await app.departmentId('YT')];
    await patch(officer, { name: 'Tên mới', departments });
    expect(await homeOf(officer)).toBe(200);
  });
});
