import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';

describe('the password of a person', () => {
  let app: TestApp;
  let officer: TypedUser;
  const fresh = 'bon-tu-khong-lien-quan';
  beforeAll(async () => {
    app = await startApp();
    officer = await app.person('contributor', ['YT']);
  });
  afterAll(async () => await app.close());

  const change = async (body: unknown) =>
    await app.rest(officer, 'POST', '/api/users/password', body);
  const codes = (body: unknown) =>
    (body as { errors: { code: string }[] }).errors.map((e) => e.code);

  it('is not changed by whoever only holds a session', async () => {
    const own = await app.rest(officer, 'PATCH', `/api/users/${officer.id}`, { password: fresh });
    expect([own.status, codes(own.body)]).toEqual([422, ['password_unproved']]);
    const guess = await change({ current: 'doan-bua-thoi', password: fresh });
    expect([guess.status, codes(guess.body)]).toEqual([422, ['password_wrong']]);
    const empty = await change({ password: fresh });
    expect([empty.status, codes(empty.body)]).toEqual([422, ['password_missing']]);
    expect((await app.rest(null, 'POST', '/api/users/password', {})).status).toBe(401);
  });

  it('is not changed to a short one', async () => {
    const short = await change({ current: TEST_PASSWORD, password: 'ngan' });
    expect([short.status, codes(short.body)]).toEqual([422, ['password_too_short']]);
  });

  it('changes for who knows the old one: other sessions end, this one goes on', async () => {
    const { body } = await app.rest(null, 'POST', '/api/users/login', {
      email: officer.email,
      password: TEST_PASSWORD,
    });
    const elsewhere = { authorization: `JWT ${(body as { token: string }).token}` };
    const home = (headers: Record<string, string>) =>
      app.rest(null, 'GET', '/api/staff/home', undefined, headers);
    expect((await home(elsewhere)).status).toBe(200);
    expect((await change({ current: TEST_PASSWORD, password: fresh })).status).toBe(200);
    expect((await home(elsewhere)).status).toBe(401);
    expect((await app.rest(officer, 'GET', '/api/staff/home')).status).toBe(200);
  });

  it('is given anew by an administrator', async () => {
    const administrator = await app.person('administrator');
    const given = await app.rest(administrator, 'PATCH', `/api/users/${officer.id}`, {
      password: 'cap-lai-lan-nua',
    });
    expect(given.status).toBe(200);
  });
});
