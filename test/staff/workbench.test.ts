import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkbenchView } from '../../src/review/view-models';
import { completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
let colleague: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
  colleague = await app.person('editor');
});
afterAll(async () => await app.close());

const view = async (user: TypedUser, id: string) =>
  (await app.rest(user, 'GET', `/api/materials/${id}/workbench`)).body as WorkbenchView;
const offered = async (user: TypedUser, id: string) =>
  (await view(user, id)).actions.map(({ action }) => action);
const act = async (user: TypedUser, id: string, action: string, more = {}) => {
  const reply = await app.rest(user, 'POST', `/api/materials/${id}/transition`, {
    action,
    ...more,
  });
  expect(reply.status, `${action} ${JSON.stringify(reply.body)}`).toBe(200);
};

describe('the actions of a material', () => {
  it('are those of its state and of the person, at each step of the way', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    expect(await offered(officer, id)).toEqual(['submit']);
    await act(officer, id, 'submit');
    expect(await offered(officer, id)).toEqual(['recall']);
    expect(await offered(editor, id)).toEqual(['claim']);
    await act(editor, id, 'claim');
    expect(await offered(editor, id)).toEqual([
      'release',
      'reassign',
      'return',
      'reject',
      'approve',
    ]);
    expect(await offered(colleague, id)).toEqual(['reassign']);
    expect(await offered(officer, id)).toEqual([]);
    await act(editor, id, 'approve');
    expect(await offered(editor, id)).toEqual(['unapprove', 'publish']);
    expect(await offered(colleague, id)).toEqual(['publish']);
  });

  it('are disabled, with the reason, where the person can mend what lacks', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    await app.rest(officer, 'PATCH', `/api/materials/${id}`, { abstract: null });
    const [submit] = (await view(officer, id)).actions;
    expect(submit).toMatchObject({ action: 'submit', enabled: false, primary: true });
    expect(submit?.why).toBe('Còn thiếu 1 mục.');
  });

  it('lead who edited it to somebody else who may approve', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    await act(officer, id, 'submit');
    await act(editor, id, 'claim');
    await app.rest(editor, 'PATCH', `/api/materials/${id}`, { place: 'Hà Nội' });
    const seen = await view(editor, id);
    const approve = seen.actions.find(({ action }) => action === 'approve');
    expect(approve?.enabled).toBe(false);
    expect(seen.otherDeciders.map((one) => one.id)).toContain(colleague.id);
    expect(seen.otherDeciders.map((one) => one.id)).not.toContain(editor.id);
    expect(seen.actions.find(({ action }) => action === 'reassign')?.enabled).toBe(true);
  });
});
