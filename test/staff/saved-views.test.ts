import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readViews, VIEWS_PREFERENCE } from '../../src/admin/queue/saved-views';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';

const ADDRESS = `/api/payload-preferences/${VIEWS_PREFERENCE}`;
const VIEW = { name: 'Y tế', tab: 'unclaimed', q: 'an toàn', department: '' };

describe('the saved views of an editor', () => {
  let app: TestApp;
  let editor: TypedUser;
  let colleague: TypedUser;
  beforeAll(async () => {
    app = await startApp();
    editor = await app.person('editor');
    colleague = await app.person('editor');
  });
  afterAll(async () => await app.close());

  const viewsOf = async (person: TypedUser | null, headers?: Record<string, string>) => {
    const { body } = await app.rest(person, 'GET', ADDRESS, undefined, headers);
    return readViews((body as { value?: unknown }).value);
  };

  it('are kept on the server and are there after a new sign-in, for nobody else', async () => {
    expect(await viewsOf(editor)).toEqual([]);
    expect((await app.rest(editor, 'POST', ADDRESS, { value: [VIEW] })).status).toBe(200);
    const again = await app.rest(null, 'POST', '/api/users/login', {
      email: editor.email,
      password: TEST_PASSWORD,
    });
    const { token } = again.body as { token: string };
    expect(await viewsOf(null, { Authorization: `JWT ${token}` })).toEqual([VIEW]);
    expect(await viewsOf(colleague)).toEqual([]);
  });

  it('give way to what is saved next, and go when they are deleted', async () => {
    const other = { ...VIEW, name: 'Quá hạn', tab: 'overdue' };
    await app.rest(editor, 'POST', ADDRESS, { value: [VIEW, other] });
    expect(await viewsOf(editor)).toEqual([VIEW, other]);
    await app.rest(editor, 'POST', ADDRESS, { value: [] });
    expect(await viewsOf(editor)).toEqual([]);
  });
});
